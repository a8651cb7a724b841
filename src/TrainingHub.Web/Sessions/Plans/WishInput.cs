namespace TrainingHub.Sessions.Plans;

/// <summary>A wish for the people who were ticked.</summary>
public sealed record WishInput
{
    public Guid[] People { get; init => field = [.. (value ?? []).Distinct().Take(CallPeople.Most)]; } = [];
    public WishKind Wish { get; init; }

    /// <summary>Of the batch; not asked of who is released.</summary>
    public int? Number { get; init; }
    public int Version { get; init; }
}
