namespace TrainingHub.Sessions;

/// <summary>参训人: somebody on the list of a session. A person of the roster, or a guest of the unit whose name stands here only.</summary>
public sealed class Participant
{
    public const int LongestReason = 120;

    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>Null for a guest (志愿者), who counts in no target and has no record.</summary>
    public Guid? PersonId { get; init; }
    public string? GuestName { get; init; }
    public string? GuestUnit { get; init; }

    /// <summary>Eleven digits; the last four are asked at the door, never more is shown.</summary>
    public string? GuestPhone { get; init; }
    public required DateTime CalledAt { get; init; }
    public required Guid CalledBy { get; init; }
    public ParticipantState State { get; private set; }

    /// <summary>When the person answered, UTC; null while they have not.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Why it was declined, in their words.</summary>
    public string? Reason { get; private set; }

    /// <summary>The closing in which the attendance was last entered in the ledger; 0: never.</summary>
    public int EnteredIn { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a seat is kept: called or accepted.</summary>
    public bool HoldsSeat => State is ParticipantState.Called or ParticipantState.Accepted;

    /// <summary>Puts them on the waiting list instead of a seat.</summary>
    public void StandBy() => (State, Version) = (ParticipantState.Waiting, Version + 1);

    /// <summary>A seat became free for who waited.</summary>
    public void MoveUp() => (State, Version) = (ParticipantState.Called, Version + 1);

    /// <summary>Accepts; who had declined gets a seat again only when one is free.</summary>
    public void Accept(bool hasFreeSeat, DateTime now)
    {
        State = HoldsSeat || hasFreeSeat ? ParticipantState.Accepted : ParticipantState.Waiting;
        (AnsweredAt, Reason) = (now, null);
        Version++;
    }

    public void Decline(string reason, DateTime now)
    {
        (State, AnsweredAt, Reason) = (ParticipantState.Declined, now, reason);
        Version++;
    }

    public void Enter(int closing) => (EnteredIn, Version) = (closing, Version + 1);
}
