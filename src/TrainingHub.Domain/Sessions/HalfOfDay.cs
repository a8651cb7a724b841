namespace TrainingHub.Sessions;

/// <summary>Which half of a day. Stored by number.</summary>
public enum HalfOfDay
{
    /// <summary>上午</summary>
    Morning = 1,
    /// <summary>下午</summary>
    Afternoon = 2,
}
