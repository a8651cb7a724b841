using System.ComponentModel.DataAnnotations;
using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>Which counted questions are asked for.</summary>
public sealed record StatisticsFilter
{
    /// <summary>Words, all of which stand in the stem or the id.</summary>
    [StringLength(80)]
    public string? Q { get; init; }

    /// <summary>Only those of this unit's bank; null for all banks and courses.</summary>
    public Guid? Owner { get; init; }

    /// <summary>Only those with this mark; null for all marks.</summary>
    public BankAttention? Mark { get; init; }

    /// <summary>Also those without a mark.</summary>
    public bool Everything { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public IReadOnlyList<string> Words => [.. (Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(5)];

    /// <summary>The least discriminating first, unless asked otherwise.</summary>
    public (StatisticsSort Column, bool IsDown) Order => Sorting.Of(Sort, StatisticsSort.Discrimination);
}
