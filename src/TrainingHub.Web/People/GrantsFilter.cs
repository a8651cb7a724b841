using TrainingHub.Hosting;

namespace TrainingHub.People;

/// <summary>What the list of a person's grants was asked for.</summary>
public sealed record GrantsFilter
{
    /// <summary>Part of the unit's name; null for all.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Null for all.</summary>
    public Capability? May { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || May is not null;

    public (GrantSort Column, bool IsDown) Order => Sorting.Of(Sort, GrantSort.Organization);
}
