using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>A unit's figure against its target, by year, post and unit.</summary>
public sealed record CoveragePage
{
    public required TargetSummary Target { get; init; }
    public required UnitChoice Unit { get; init; }
    public required IReadOnlyList<UnitChoice> Above { get; init; }
    public required IReadOnlyList<FigureRow<TargetSummary>> Years { get; init; }
    public required IReadOnlyList<FigureRow<CorePosition>> Posts { get; init; }

    /// <summary>The rows of this page.</summary>
    public required IReadOnlyList<FigureRow<UnitChoice>> Units { get; init; }
    public required Pages Pages { get; init; }
    public required int UnitsCounted { get; init; }

    /// <summary>By stage and by flag; null where one organization alone is counted.</summary>
    public TraitTable<SchoolStages>? Stages { get; init; }
    public TraitTable<OrganizationFlags>? Flags { get; init; }

    /// <summary>What moved in the thirty days up to the cut-off day.</summary>
    public required IReadOnlyDictionary<RecentChangeKind, int> Recent { get; init; }
    public required FigureFilter Filter { get; init; }

    /// <summary>Why the day asked for has no figure; null otherwise.</summary>
    public AsOfFault? Fault { get; init; }

    /// <summary>Whether the figure is of another day or moment than now.</summary>
    public bool IsPast { get; init; }
    public required DateTime AsOf { get; init; }
    public required bool MayReadNames { get; init; }
    public required bool MaySeeExclusions { get; init; }

    /// <summary>Whether the reader may correct or withdraw the target.</summary>
    public required bool MayChange { get; init; }

    public CoverageFigure Total => Years.First(year => year.Of.Id == Target.Id).Figure;
}
