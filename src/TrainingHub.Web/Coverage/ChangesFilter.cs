using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>What the list of changes was asked for.</summary>
public sealed record ChangesFilter
{
    /// <summary>Code of the organization; empty for the topmost in reach.</summary>
    public string? Organization { get; init; }

    /// <summary>截至: a past day, 2026-03-05; empty for today.</summary>
    public string? Day { get; init; }

    /// <summary>Only what was known then counts, 2026-03-06T10:00 in the zone; empty for all that we know now.</summary>
    public string? Moment { get; init; }

    /// <summary>Null for all.</summary>
    public RecentChangeKind? Kind { get; init; }

    /// <summary>Part of a name.</summary>
    public string? Name { get; init => field = value?.Trim(); }
    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (ChangeSort Column, bool IsDown) Order => Sorting.Of(Sort, ChangeSort.Day, isOtherwiseDown: true);
}
