namespace TrainingHub.People;

/// <summary>How an organization is merged into another.</summary>
public sealed record Merger
{
    /// <summary>The organization that goes on.</summary>
    public required Guid SuccessorId { get; init; }

    /// <summary>First day in it; the merged organization exists until the day before.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Posts (facts) that end with the merged organization and do not go on in the other.</summary>
    public IReadOnlyCollection<Guid> Ending { get; init; } = [];
    public string? Reason { get; init; }

    /// <summary>The mark of what the form was made from; null to merge whatever happened meanwhile.</summary>
    public string? Version { get; init; }
}
