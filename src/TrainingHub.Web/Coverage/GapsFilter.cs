using TrainingHub.Hosting;
using TrainingHub.Organizations;

namespace TrainingHub.Coverage;

/// <summary>What the map of units was asked for.</summary>
public sealed record GapsFilter
{
    /// <summary>Code of the organization; empty for the topmost in reach.</summary>
    public string? Organization { get; init; }

    /// <summary>截至: a past day, 2026-03-05; empty for today.</summary>
    public string? Day { get; init; }

    /// <summary>Only what was known then counts, 2026-03-06T10:00 in the zone; empty for all that we know now.</summary>
    public string? Moment { get; init; }

    /// <summary>all: every unit of the population; anything else: the units directly below, each with all that stands below it.</summary>
    public string? Level { get; init; }

    /// <summary>Only units of this kind on the cut-off day; null for all.</summary>
    public OrganizationKind? Kind { get; init; }

    /// <summary>Only organizations with this stage, or with none at all; null for all.</summary>
    public SchoolStages? Stage { get; init; }

    /// <summary>Only units with this flag, or with none at all; null for all.</summary>
    public OrganizationFlags? Flag { get; init; }

    /// <summary>met, unmet, undeclared or nobody; anything else: all.</summary>
    public string? State { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsAll => string.Equals(Level, "all", StringComparison.Ordinal);
    public bool IsSearch => Kind is not null || Stage is not null || Flag is not null || State is { Length: > 0 };
    public (GapSort Column, bool IsDown) Order => Sorting.Of(Sort, GapSort.Gap, isOtherwiseDown: true);
}
