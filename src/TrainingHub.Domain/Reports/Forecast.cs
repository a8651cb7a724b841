namespace TrainingHub.Reports;

/// <summary>
/// Where a target will stand on its cut-off day at the present pace: that of the people counted who completed their training in the last 90 days, today
/// included. Numbers are whole people unless they say otherwise, rounded down, and never more than are counted.
/// </summary>
/// <param name="Expected">People covered at the pace of the 90 days.</param>
/// <param name="Lowest">At that of the slowest 30 of them.</param>
/// <param name="Highest">At that of the fastest 30 of them.</param>
/// <param name="DaysLeft">Days after today up to the cut-off day (included).</param>
/// <param name="NeededPer30Days">People that have to be covered every 30 days from tomorrow on for the target to be met, rounded up; 0 when it is.</param>
/// <param name="PerThirtyDays">People covered every 30 days on the average of the 90, rounded down to one decimal.</param>
public sealed record Forecast(int Expected, int Lowest, int Highest, int DaysLeft, int NeededPer30Days, decimal PerThirtyDays)
{
    /// <summary>Days whose pace is looked at, and those of each third of them.</summary>
    public const int Days = 90, Third = 30;

    /// <summary>Null where nothing can be said: nobody is counted, or the cut-off day has come.</summary>
    /// <param name="counted">People counted today.</param>
    /// <param name="covered">Of them, covered today.</param>
    /// <param name="percent">Whole percent that the target asks for.</param>
    /// <param name="thirds">Of the covered, those whose training was completed in the last 30 days, in the 30 before and in the 30 before those.</param>
    /// <param name="today">Today in the zone.</param>
    /// <param name="cutOff">The target's cut-off day.</param>
    public static Forecast? Of(int counted, int covered, int percent, (int Last, int Middle, int First) thirds, DateOnly today, DateOnly cutOff)
    {
        var left = cutOff.DayNumber - today.DayNumber;
        if (counted == 0 || left <= 0)
        {
            return null;
        }

        var all = thirds.Last + thirds.Middle + thirds.First;
        var missing = Math.Max(0, (int)(((long)counted * percent + 99) / 100) - covered);
        return new Forecast(
            At(all, Days),
            At(Math.Min(thirds.Last, Math.Min(thirds.Middle, thirds.First)), Third),
            At(Math.Max(thirds.Last, Math.Max(thirds.Middle, thirds.First)), Third),
            left,
            (int)(((long)missing * Third + left - 1) / left),
            all * Third * 10 / Days / 10m);

        int At(int people, int days) => (int)Math.Min(counted, covered + (long)people * left / days);
    }
}
