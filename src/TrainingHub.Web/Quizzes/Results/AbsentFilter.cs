namespace TrainingHub.Quizzes.Results;

/// <summary>Which of the absent are asked for, as it stands in the address.</summary>
public sealed record AbsentFilter
{
    /// <summary>Code of a unit; null for everybody in reach.</summary>
    public string? Organization { get; init; }

    /// <summary>A part of a person's name.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;
}
