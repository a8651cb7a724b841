using TrainingHub.Hosting;

namespace TrainingHub.Recognitions;

/// <summary>What the list of outside training was asked for.</summary>
public sealed record RecognitionsFilter
{
    /// <summary>Null for all.</summary>
    public OutsideState? State { get; init; }

    /// <summary>Part of the name of a person or unit, or of a title; null for all.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || State is not null;

    public (RecognitionSort Column, bool IsDown) Order => Sorting.Of(Sort, RecognitionSort.State);
}
