namespace TrainingHub.Sessions;

/// <summary>What a code in the hall is for. Stored by number.</summary>
public enum ScanPurpose
{
    /// <summary>签到</summary>
    Arrival = 1,
    /// <summary>散场签退</summary>
    End = 2,
}
