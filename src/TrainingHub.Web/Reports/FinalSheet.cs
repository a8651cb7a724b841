using TrainingHub.Coverage;
using TrainingHub.Documents;

namespace TrainingHub.Reports;

/// <summary>
/// 年终核定表: what a unit's final sheet is made of, all of it out of one frozen snapshot of the target's cut-off day. So it is the same whenever it is
/// made, but for names that were anonymized.
/// </summary>
public sealed record FinalSheet
{
    public required SnapshotPlace Place { get; init; }
    public required CoverageFigure Total { get; init; }

    /// <summary>The figures as reports word them.</summary>
    public required TargetPart Part { get; init; }

    /// <summary>The unit above, to which the sheet is handed in; empty where the snapshot has none.</summary>
    public required string RecipientName { get; init; }

    /// <summary>Who came to a place of the target after the roster day, and who left before the cut-off day.</summary>
    public required int Arrived { get; init; }
    public required int Left { get; init; }

    /// <summary>People excluded, by reason, in its order.</summary>
    public required IReadOnlyList<(ExclusionReason Why, int People)> Excluded { get; init; }

    /// <summary>The sheet with the document that shows it.</summary>
    /// <param name="Sheet">What it is made of.</param>
    /// <param name="Document">In words.</param>
    public sealed record Page(FinalSheet Sheet, OfficialDocument Document);
}
