using TrainingHub.Hosting;

namespace TrainingHub.Contests.Speeches;

/// <summary>Which speech contests are asked for, as it stands in the address.</summary>
public sealed record SpeechFilter
{
    /// <summary>A part of the title.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public (SpeechSort Column, bool IsDown) Order => Sorting.Of(Sort, SpeechSort.Until, isOtherwiseDown: true);
}
