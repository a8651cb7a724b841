using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>What the page of a figure was asked for.</summary>
public sealed record FigureFilter
{
    /// <summary>Code of the organization; empty for the topmost in reach.</summary>
    public string? Organization { get; init; }

    /// <summary>截至: a past day, 2026-03-05; empty for today.</summary>
    public string? Day { get; init; }

    /// <summary>Only what was known then counts, 2026-03-06T10:00 in the zone; empty for all that we know now.</summary>
    public string? Moment { get; init; }

    /// <summary>Order of the units, see <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>Order of the posts, see <see cref="Sorting"/>.</summary>
    public string? Posts { get; init; }

    /// <summary>Page of the units, from 1.</summary>
    public int Page { get; init; } = 1;

    public (UnitSort Column, bool IsDown) Order => Sorting.Of(Sort, UnitSort.Missing, isOtherwiseDown: true);
    public (UnitSort Column, bool IsDown) PostOrder => Sorting.Of(Posts, UnitSort.Name);
}
