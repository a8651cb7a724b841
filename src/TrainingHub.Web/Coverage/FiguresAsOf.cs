using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>A unit's figure as of a day and a moment of knowledge, by post and by unit.</summary>
public sealed record FiguresAsOf
{
    /// <summary>The target with its day and moment.</summary>
    public required TargetSummary Target { get; init; }
    public required UnitChoice Unit { get; init; }

    /// <summary>A cell for every organization of the population at the unit and below it, and every post.</summary>
    public required IReadOnlyList<CoverageCell> Cells { get; init; }

    /// <summary>Every organization at the unit and below it.</summary>
    public required IReadOnlyDictionary<Guid, UnitChoice> Members { get; init; }

    /// <summary>What the organizations were on the day.</summary>
    public required IReadOnlyDictionary<Guid, OrganizationDetails> Details { get; init; }

    /// <summary>Under which of its units below each organization stood; the unit itself under itself.</summary>
    public required IReadOnlyDictionary<Guid, UnitChoice> Below { get; init; }

    /// <summary>The names behind the figure; empty unless asked for.</summary>
    public IReadOnlyList<CoverageStanding> Names { get; init; } = [];

    public CoverageFigure Total => CoverageFigure.Of(Cells);

    /// <summary>How many organizations of the population stood at the unit and below it.</summary>
    public int UnitsCounted => Cells.Select(cell => cell.OrganizationId).Distinct().Count();

    /// <summary>In the order of the common core.</summary>
    public IReadOnlyList<FigureRow<CorePosition>> Posts =>
        [.. Cells.GroupBy(cell => cell.Position).OrderBy(group => group.Key).Select(group => new FigureRow<CorePosition>(group.Key, CoverageFigure.Of([.. group])))];

    /// <summary>The units directly below, each with all that stood below it, and the unit itself where it keeps posts of its own. Together they are the total.</summary>
    public IReadOnlyList<FigureRow<UnitChoice>> Units =>
        [.. Cells.GroupBy(cell => Below[cell.OrganizationId]).Select(group => new FigureRow<UnitChoice>(group.Key, CoverageFigure.Of([.. group])))];

    /// <summary>By stages and flags of the organizations.</summary>
    public IReadOnlyList<TraitSum> Traits =>
    [
        .. Cells.GroupBy(cell => cell.OrganizationId).GroupBy(cells => Details.TryGetValue(cells.Key, out var of) ? (of.Stages, of.Flags) : default)
            .Select(some => new TraitSum(some.Key.Stages, some.Key.Flags, some.Count(), CoverageFigure.Of([.. some.SelectMany(cells => cells)]))),
    ];
}
