using TrainingHub.Hosting;

namespace TrainingHub.Records;

/// <summary>What the list of a person's records was asked for.</summary>
public sealed record TranscriptFilter
{
    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (RecordSort Column, bool IsDown) Order => Sorting.Of(Sort, RecordSort.Day, isOtherwiseDown: true);
}
