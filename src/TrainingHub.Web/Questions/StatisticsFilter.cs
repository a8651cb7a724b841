using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>Which counted questions are asked for.</summary>
public sealed record StatisticsFilter
{
    /// <summary>Only those with this mark; null for all marks.</summary>
    public BankAttention? Mark { get; init; }

    /// <summary>Also those without a mark.</summary>
    public bool Everything { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>The least discriminating first, unless asked otherwise.</summary>
    public (StatisticsSort Column, bool IsDown) Order => Sorting.Of(Sort, StatisticsSort.Discrimination);
}
