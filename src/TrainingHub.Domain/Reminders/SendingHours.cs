namespace TrainingHub.Reminders;

/// <summary>The hours of the zone in which people are reminded: nothing at night.</summary>
/// <param name="From">First minute (included).</param>
/// <param name="Until">Last minute (not included).</param>
public sealed record SendingHours(TimeOnly From, TimeOnly Until)
{
    public static SendingHours Usual { get; } = new(new TimeOnly(8, 0), new TimeOnly(20, 0));

    public bool Contains(TimeOnly time) => From <= time && time < Until;
}
