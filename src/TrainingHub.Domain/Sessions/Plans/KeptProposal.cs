namespace TrainingHub.Sessions.Plans;

/// <summary>What a large plan proposes to whoever asked, computed in the background and kept until the plan or the day is another one. Names are not in it.</summary>
public sealed class KeptProposal
{
    public const int MostFaults = 3;

    /// <summary>Whole days after which it is deleted; it is used on the day of its computation only.</summary>
    public const int DaysKept = 2;

    public required Guid PlanId { get; init; }

    /// <summary>Who asked: it shows what that person may see.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The version of the plan of which it speaks; 0 as long as it was never computed.</summary>
    public int Version { get; private set; }

    /// <summary>When it was asked for, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>Of which instant it speaks, UTC; null while it is being computed, and where that failed.</summary>
    public DateTime? ComputedAt { get; private set; }

    /// <summary>How many of how many steps are done: one for each plan that was begun before, and one for the plan itself.</summary>
    public int Done { get; private set; }
    public int Steps { get; private set; }

    /// <summary>Rows and batches, packed; empty as long as it was never computed.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>How many people are to be called by it, since the plan was applied; 0 as long as it was not.</summary>
    public int Calls { get; private set; }

    /// <summary>How many of them have had their turn.</summary>
    public int CallsDone { get; private set; }

    /// <summary>Whether people are still being called by it. As long as they are, it is not computed anew.</summary>
    public bool IsCalling => CallsDone < Calls;

    /// <summary>Process that works on it, and until when others keep off, UTC.</summary>
    public string? LeaseOwner { get; private set; }
    public DateTime? LeasedUntil { get; private set; }
    public int Faults { get; private set; }

    /// <summary>Whether it failed so often that it is not tried again before somebody asks anew.</summary>
    public bool HasFailed => (ComputedAt is null || IsCalling) && Faults >= MostFaults;

    /// <summary>Somebody asks for it, or asks anew.</summary>
    public void Ask(DateTime now)
    {
        (AskedAt, ComputedAt, Done, Steps, Faults, LeaseOwner, LeasedUntil) = (now, null, 0, 0, 0, null, null);
        (Calls, CallsDone) = (0, 0);
    }

    /// <summary>The plan is applied: so many people are to be called.</summary>
    public void BeginCalls(int people) => (Calls, CallsDone, Faults, LeaseOwner, LeasedUntil) = (people, 0, 0, null, null);

    /// <summary>It is computed.</summary>
    public void Keep(int version, byte[] content, DateTime now)
    {
        (Version, Content, ComputedAt, LeaseOwner, LeasedUntil) = (version, content, now, null, null);
        Done = Steps;
    }
}
