namespace TrainingHub.Courses.Drafts;

/// <summary>What the list of drafts shows.</summary>
public sealed record DraftsFilter
{
    /// <summary>Null for all.</summary>
    public DraftState? State { get; init; }

    /// <summary>Words of the title or the slug.</summary>
    public string? Q { get; init; }

    public int Page { get; init; } = 1;
}
