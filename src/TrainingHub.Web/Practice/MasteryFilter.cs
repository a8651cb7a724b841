namespace TrainingHub.Practice;

/// <summary>Which clauses are shown, as it stands in the address.</summary>
public sealed record MasteryFilter
{
    /// <summary>Slug of one standard.</summary>
    public string? Standard { get; init; }

    /// <summary>Only clauses that were practised.</summary>
    public bool Practised { get; init; }

    public int Page { get; init; } = 1;
}
