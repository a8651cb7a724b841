namespace TrainingHub.Quizzes.Regrades;

/// <summary>Which lines of a regrade are asked for, as it stands in the address.</summary>
public sealed record RegradeFilter
{
    /// <summary>A part of a person's name.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }

    /// <summary>Null for all.</summary>
    public RegradeEffect? Effect { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || Effect is not null;
}
