using TrainingHub.Hosting;

namespace TrainingHub.People.Transfers;

/// <summary>What the list of requests was asked for.</summary>
public sealed record TransfersFilter
{
    public bool OpenOnly { get; init; }

    /// <summary>Part of the name that was given, or of the unit that asks; null for all.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (TransferSort Column, bool IsDown) Order => Sorting.Of(Sort, TransferSort.State);
}
