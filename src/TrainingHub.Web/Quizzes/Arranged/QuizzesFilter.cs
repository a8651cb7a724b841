namespace TrainingHub.Quizzes.Arranged;

/// <summary>Which arranged quizzes are asked for, as it stands in the address.</summary>
public sealed record QuizzesFilter
{
    /// <summary>A part of the title.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }

    /// <summary>Null for all.</summary>
    public QuizStanding? Standing { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || Standing is not null;
}
