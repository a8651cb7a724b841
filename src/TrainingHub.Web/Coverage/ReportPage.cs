using System.Globalization;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>A figure as a sheet for signing and sealing: everything on it, no paging.</summary>
public sealed record ReportPage
{
    public required TargetSummary Target { get; init; }
    public required UnitChoice Unit { get; init; }
    public required IReadOnlyList<FigureRow<TargetSummary>> Years { get; init; }
    public required IReadOnlyList<FigureRow<CorePosition>> Posts { get; init; }

    /// <summary>All units directly below, by name; empty for a unit without any.</summary>
    public required IReadOnlyList<FigureRow<UnitChoice>> Units { get; init; }

    /// <summary>How many changes of each kind fell into the thirty days up to the cut-off day.</summary>
    public required IReadOnlyDictionary<RecentChangeKind, int> Recent { get; init; }

    /// <summary>The latest of them, <see cref="MostChanges"/> at most; none for a reader who may not read names.</summary>
    public required IReadOnlyList<ChangeRow> Changes { get; init; }
    public required bool MayReadNames { get; init; }

    /// <summary>数据截至, in the zone.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>So many changes are printed; all of them are in the list of changes and its export.</summary>
    public const int MostChanges = 100;

    public CoverageFigure Total => Years.First(year => year.Of.Id == Target.Id).Figure;

    /// <summary>The same for two sheets only when target, unit and moment are.</summary>
    public string Number => string.Create(CultureInfo.InvariantCulture, $"{Target.Slug}-{Unit.Code}-{AsOf:yyyyMMdd-HHmmss}").ToUpperInvariant();
}
