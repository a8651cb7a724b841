using TrainingHub.Hosting;

namespace TrainingHub.Contests.Open;

/// <summary>Which open contests are asked for, as it stands in the address.</summary>
public sealed record OpenFilter
{
    /// <summary>A part of the title.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public (OpenSort Column, bool IsDown) Order => Sorting.Of(Sort, OpenSort.ClosesAt, isOtherwiseDown: true);
}
