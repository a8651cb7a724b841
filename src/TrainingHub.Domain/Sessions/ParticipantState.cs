namespace TrainingHub.Sessions;

/// <summary>How somebody who was called stands. Stored by number.</summary>
public enum ParticipantState
{
    /// <summary>已通知: has a seat and has not answered.</summary>
    Called = 0,
    /// <summary>已接受</summary>
    Accepted = 1,
    /// <summary>已谢绝: the seat is free for others.</summary>
    Declined = 2,
    /// <summary>候补: waits for a seat.</summary>
    Waiting = 3,
}
