namespace TrainingHub.Sessions;

/// <summary>What stands of one person for one half-day.</summary>
[Flags]
public enum AttendanceMarks
{
    None = 0,
    /// <summary>到场</summary>
    Arrived = 1 << 0,
    /// <summary>散场签退</summary>
    Ended = 1 << 1,
    /// <summary>迟到: counts all the same</summary>
    Late = 1 << 2,
    /// <summary>早退: the half-day does not count</summary>
    LeftEarly = 1 << 3,
}
