using TrainingHub.Hosting;

namespace TrainingHub.Programmes;

/// <summary>What the list of programmes was asked for.</summary>
public sealed record ProgrammesFilter
{
    /// <summary>Part of a name; null for all.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (ProgrammeSort Column, bool IsDown) Order => Sorting.Of(Sort, ProgrammeSort.Created);
}
