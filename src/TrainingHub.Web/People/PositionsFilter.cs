using TrainingHub.Hosting;

namespace TrainingHub.People;

/// <summary>What the catalogue of posts was asked for.</summary>
public sealed record PositionsFilter
{
    /// <summary>Part of a name, an alias or a code.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>One post of the common core; none for all.</summary>
    public CorePosition Core { get; init; }
    public PositionKeeper Keeper { get; init; }
    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (PositionSort Column, bool IsDown) Order => Sorting.Of(Sort, PositionSort.Catalogue);

    public bool IsSearch => Q is not null || PositionRules.IsOne(Core) || Keeper is not PositionKeeper.All;
}
