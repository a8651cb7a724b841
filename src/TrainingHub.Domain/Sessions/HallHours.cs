namespace TrainingHub.Sessions;

/// <summary>When the hall shows a code, and a code opens.</summary>
public static class HallHours
{
    private static readonly TimeSpan Before = TimeSpan.FromHours(2);
    private static readonly TimeSpan After = TimeSpan.FromHours(1);

    /// <summary>Arrival from two hours before the half-day begins until it ends; the end from its beginning until an hour after (all included).</summary>
    /// <param name="half">The half-day.</param>
    /// <param name="purpose">Arrival or end.</param>
    /// <param name="now">Of the zone.</param>
    public static bool AreOpen(HalfDay half, ScanPurpose purpose, DateTime now)
    {
        var (begins, ends) = (half.Day.ToDateTime(half.Begins), half.Day.ToDateTime(half.Ends));
        return purpose is ScanPurpose.Arrival ? begins - Before <= now && now <= ends : begins <= now && now <= ends + After;
    }

    /// <summary>What the hall page shows when nobody chose: the half-day that goes on or comes next, else the last; its end once three quarters are over, where a second scan is asked.</summary>
    public static (int Number, ScanPurpose Purpose) Usual(IReadOnlyList<HalfDay> halfDays, bool asksSecondScan, DateTime now)
    {
        var over = halfDays.TakeWhile(one => now > one.Day.ToDateTime(one.Ends) + After).Count();
        var place = Math.Min(over, halfDays.Count - 1);
        var half = halfDays[place];
        var begins = half.Day.ToDateTime(half.Begins);
        var isNearEnd = now - begins >= (half.Ends - half.Begins) * 0.75;
        return (place + 1, asksSecondScan && isNearEnd ? ScanPurpose.End : ScanPurpose.Arrival);
    }
}
