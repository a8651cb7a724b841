namespace TrainingHub.Time;

/// <summary>
/// Tells instants and days. Instants are UTC; days are calendar days in the configured zone (Asia/Shanghai unless set),
/// which end at 23:59:59 there, whatever the server's or the visitor's clock says.
/// </summary>
public sealed class DayClock(TimeProvider time, TimeZoneInfo zone)
{
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The present instant, UTC, cut to whole microseconds so that both databases give it back unchanged.</summary>
    public DateTime Now
    {
        get
        {
            var now = time.GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>Today in the zone.</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>The day in the zone on which a UTC instant falls.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(InZone(utc));

    /// <summary>The zone's wall-clock time of a UTC instant, for showing.</summary>
    public DateTime InZone(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The instant at which a day begins in the zone (included), UTC.</summary>
    public DateTime StartOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), Zone);
}
