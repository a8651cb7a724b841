namespace TrainingHub.Coverage;

/// <summary>Which part of a person's time line is asked for.</summary>
public sealed record PersonTimelineFilter
{
    /// <summary>Null for all.</summary>
    public PersonEventKind? Kind { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}
