namespace TrainingHub.Sessions;

/// <summary>状态 of a session. Stored by number: never renumber.</summary>
public enum SessionStanding
{
    /// <summary>未结束: planned, going on, or over and not closed yet.</summary>
    Planned = 0,
    /// <summary>已取消</summary>
    Cancelled = 1,
    /// <summary>正在计入: closed; the records of a large session are still being written.</summary>
    Closing = 2,
    /// <summary>已结束: closed, and the records are written.</summary>
    Closed = 3,
}
