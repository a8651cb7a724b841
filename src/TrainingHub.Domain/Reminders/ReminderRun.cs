namespace TrainingHub.Reminders;

/// <summary>The sending of one day. It can be interrupted anywhere and goes on where it was; of several processes one works on it.</summary>
public sealed class ReminderRun
{
    public required DateOnly Day { get; init; }

    /// <summary>The last day before it on which everything was sent.</summary>
    public required DateOnly After { get; init; }
    public required DateTime BegunAt { get; init; }

    /// <summary>The last person who was looked at; null before the first.</summary>
    public Guid? Cursor { get; private set; }

    /// <summary>How many people got a message.</summary>
    public int People { get; private set; }

    /// <summary>Until when a process works on it, UTC; null when nobody does.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>UTC; null while it goes on.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Takes it for a while. False, and nothing changes, when it is finished or somebody else holds it.</summary>
    public bool Hold(DateTime until, DateTime now)
    {
        if (FinishedAt is not null || HeldUntil > now)
        {
            return false;
        }

        HeldUntil = until;
        Version++;
        return true;
    }

    /// <summary>Some more people were looked at.</summary>
    public void Advance(Guid cursor, int people, DateTime heldUntil)
    {
        (Cursor, HeldUntil) = (cursor, heldUntil);
        People += people;
        Version++;
    }

    public void Finish(DateTime now)
    {
        (FinishedAt, HeldUntil) = (now, null);
        Version++;
    }
}
