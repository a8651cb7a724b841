using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>A snapshot at one unit: nothing on it comes from anywhere else, so that it is the same tomorrow.</summary>
public sealed record SnapshotPage
{
    public required SnapshotPlace Place { get; init; }
    public required IReadOnlyList<UnitChoice> Above { get; init; }
    public required CoverageFigure Total { get; init; }
    public required IReadOnlyList<FigureRow<CorePosition>> Posts { get; init; }

    /// <summary>All units directly below, in the order asked for.</summary>
    public required IReadOnlyList<FigureRow<UnitChoice>> Units { get; init; }
    public required int UnitsCounted { get; init; }
    public required FigureFilter Filter { get; init; }
    public required Hosting.Pages Pages { get; init; }
}
