namespace TrainingHub.Time;

/// <summary>Days with a meaning of their own.</summary>
public static class Day
{
    /// <summary>The <c>Until</c> of what has no end yet.</summary>
    public static readonly DateOnly Open = new(9999, 12, 31);

    /// <summary>The <c>From</c> of what has held as long as the system can remember.</summary>
    public static readonly DateOnly Beginning = new(1900, 1, 1);
}
