using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>Which of one's changes of many questions are asked for, as it stands in the address.</summary>
public sealed record ChangesFilter
{
    /// <summary>Null for all.</summary>
    public ChangeState? State { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>The newest first, unless asked otherwise.</summary>
    public (ChangeSort Column, bool IsDown) Order => Sorting.Of(Sort, ChangeSort.StartedAt, isOtherwiseDown: true);
}
