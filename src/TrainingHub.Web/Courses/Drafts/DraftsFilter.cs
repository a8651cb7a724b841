using TrainingHub.Hosting;

namespace TrainingHub.Courses.Drafts;

/// <summary>What the list of drafts shows.</summary>
public sealed record DraftsFilter
{
    /// <summary>Null for all.</summary>
    public DraftState? State { get; init; }

    /// <summary>Words of the title or the slug.</summary>
    public string? Q { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Last changed first, unless asked otherwise.</summary>
    public (DraftSort Column, bool IsDown) Order => string.IsNullOrEmpty(Sort) ? (DraftSort.Changed, true) : Sorting.Of(Sort, DraftSort.Changed);
}
