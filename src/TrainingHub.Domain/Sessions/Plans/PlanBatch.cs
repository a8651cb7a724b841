namespace TrainingHub.Sessions.Plans;

/// <summary>A batch as the planner sees it.</summary>
public sealed record PlanBatch
{
    /// <summary>Names it; unique in a plan.</summary>
    public required int Number { get; init; }

    /// <summary>The days on which it meets; at least one.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    /// <summary>How many can take part, those called already included.</summary>
    public required int Seats { get; init; }

    /// <summary>Seats taken by guests and others who are no people of the plan.</summary>
    public int Guests { get; init; }

    /// <summary>Whether people can still be called to it: it is planned and has not begun.</summary>
    public bool IsOpen { get; init; } = true;

    public DateOnly FirstDay => Days.Min();

    public DateOnly LastDay => Days.Max();

    /// <summary>Whether both meet on one day: who is away for one is away for the other, too.</summary>
    public bool Overlaps(PlanBatch other) => Days.Any(other.Days.Contains);
}
