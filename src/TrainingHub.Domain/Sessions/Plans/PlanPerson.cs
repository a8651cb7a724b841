namespace TrainingHub.Sessions.Plans;

/// <summary>Somebody for whom a place in a batch is looked for, or who has one already.</summary>
public sealed record PlanPerson
{
    public required Guid Id { get; init; }

    /// <summary>The unit that they leave for the day.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Whether they lead the unit (see <see cref="LeadingPosts"/>).</summary>
    public bool IsLeader { get; init; }

    /// <summary>The last day of their post (included) where it ends before the cut-off day; null: no end of their own.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Number of the batch on whose list they are already; they keep it. Null: none.</summary>
    public int? CalledTo { get; init; }

    /// <summary>Whether they are on the list of a session outside the plan: they keep that place.</summary>
    public bool IsCalledElsewhere { get; init; }

    /// <summary>Whether another plan, not applied yet, proposes a place for them: they get one here only by a pin.</summary>
    public bool IsInDraft { get; init; }

    /// <summary>Number of the batch to which an officer pinned them; null: none.</summary>
    public int? Pin { get; init; }

    /// <summary>Numbers of batches from which an officer keeps them out.</summary>
    public IReadOnlyList<int> KeptOut { get; init; } = [];

    /// <summary>Numbers of batches to which they were called and which they declined.</summary>
    public IReadOnlyList<int> Declined { get; init; } = [];
}
