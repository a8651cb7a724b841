namespace TrainingHub.Standards;

/// <summary>What the list of a unit's own standards shows.</summary>
public sealed record DraftsFilter
{
    /// <summary>Part of the title.</summary>
    public string? Q { get; init => field = value?.Trim() is { Length: > 60 } longer ? longer[..60] : value?.Trim(); }

    /// <summary>What is published instead of what is being written.</summary>
    public bool Published { get; init; }

    public int Page { get; init; } = 1;
}
