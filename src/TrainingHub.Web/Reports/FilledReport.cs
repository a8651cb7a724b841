namespace TrainingHub.Reports;

/// <summary>A report with what was counted for it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Code">Of its unit, for addresses.</param>
/// <param name="Targets">With the ids of their targets, in order; without those below whose setter the unit did not stand.</param>
/// <param name="Activity">What was done; null until it is counted.</param>
/// <param name="Figures">Figures filed on paper that stood at the report's moment.</param>
public sealed record FilledReport(
    Report Report, string Code, IReadOnlyList<(Guid TargetId, TargetPart Part)> Targets, ActivityPart? Activity, IReadOnlyList<FiledFigure> Figures)
{
    /// <summary>Parts counted, and of how many.</summary>
    public required int Done { get; init; }
    public required int Steps { get; init; }
}
