namespace TrainingHub.Coverage;

/// <summary>
/// The wish to freeze a day of a target: day and moment are fixed with it, so that it does not matter when it is carried out. It can be interrupted
/// anywhere and is carried out anew; of several processes one works on it.
/// </summary>
public sealed class SnapshotRequest
{
    // Every try leaves the rows it wrote, and the next may come minutes later.
    private static readonly TimeSpan LongestTrying = TimeSpan.FromHours(1);

    public required Guid Id { get; init; }
    public required Guid TargetId { get; init; }

    /// <summary>Which form it was asked with: the same form sent twice is one wish.</summary>
    public required Guid FormId { get; init; }

    /// <summary>The day in whose place today stands.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>数据截止时刻, UTC: what is recorded later is not in it.</summary>
    public required DateTime Moment { get; init; }
    public required Guid CreatedBy { get; init; }

    /// <summary>Null when nothing was said. Who signs stands among the names, under <see cref="Id"/>.</summary>
    public string? Note { get; init; }

    /// <summary>The snapshot that the latest try writes; null before the first.</summary>
    public Guid? SnapshotId { get; private set; }

    /// <summary>Rows that the latest try has written, and of how many; 0 of 0 while it counts.</summary>
    public int Done { get; private set; }
    public int Steps { get; private set; }

    /// <summary>Until when a process works on it, UTC; null when nobody does.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>The snapshot's number among those of its target; null while there is none.</summary>
    public int? Number { get; private set; }

    /// <summary>When it was given up because it cannot be counted, UTC; null while it was not.</summary>
    public DateTime? FailedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether what the database refused is tried again: it may only have been away. What it still refuses an hour after the moment it refuses for good.</summary>
    public bool IsTriedAgain(DateTime now) => now - Moment < LongestTrying;

    public bool IsOpen => Number is null && FailedAt is null;

    /// <summary>Begins a try and keeps it for a while. False, and nothing changes, when it is settled or somebody else keeps it.</summary>
    public bool Hold(Guid snapshotId, DateTime until, DateTime now)
    {
        if (!IsOpen || HeldUntil > now)
        {
            return false;
        }

        (SnapshotId, Done, Steps, HeldUntil) = (snapshotId, 0, 0, until);
        Version++;
        return true;
    }

    /// <summary>Some more rows are written. False, and nothing changes, when another try has begun since.</summary>
    public bool Advance(Guid snapshotId, int done, int steps, DateTime until)
    {
        if (!IsOpen || SnapshotId != snapshotId)
        {
            return false;
        }

        (Done, Steps, HeldUntil) = (done, steps, until);
        Version++;
        return true;
    }

    /// <summary>The snapshot is there. False, and nothing changes, when another try has begun since.</summary>
    public bool Finish(Guid snapshotId, int number)
    {
        if (!IsOpen || SnapshotId != snapshotId)
        {
            return false;
        }

        (Number, Done, HeldUntil) = (number, Steps, null);
        Version++;
        return true;
    }

    /// <summary>The process that kept it stops: anybody may begin anew.</summary>
    public void Release(Guid snapshotId)
    {
        if (IsOpen && SnapshotId == snapshotId)
        {
            HeldUntil = null;
            Version++;
        }
    }

    /// <summary>It cannot be counted: it is given up, and another may be asked for.</summary>
    public void Fail(Guid snapshotId, DateTime now)
    {
        if (IsOpen && SnapshotId == snapshotId)
        {
            (FailedAt, HeldUntil) = (now, null);
            Version++;
        }
    }
}
