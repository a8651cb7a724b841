using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>What the list of exclusions was asked for.</summary>
public sealed record ExclusionsFilter
{
    /// <summary>Null for all.</summary>
    public ExclusionState? State { get; init; }

    /// <summary>Part of the name of a person or unit; null for all.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Part of the name of somebody for whom an exclusion is to be asked.</summary>
    public string? Name { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || State is not null;

    public (ExclusionSort Column, bool IsDown) Order => Sorting.Of(Sort, ExclusionSort.State);
}
