namespace TrainingHub.Reports;

/// <summary>Of which year final sheets are asked for.</summary>
public sealed record FinalsFilter
{
    /// <summary>Null for the latest year of which a target's cut-off day is over.</summary>
    public int? Year { get; init; }
}
