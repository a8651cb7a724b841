using TrainingHub.Time;

namespace TrainingHub.Reminders;

/// <summary>One thing in the message that a person gets on a day.</summary>
/// <param name="Item">What is owed.</param>
/// <param name="Step">Why it is said today.</param>
/// <param name="WorkingDaysLeft">Working days from today (included) to the deadline (not included).</param>
public sealed record ReminderLine(OwedItem Item, ReminderStep Step, int WorkingDaysLeft)
{
    /// <summary>The one message of a day: every thing that is due, each once. None when nothing is.</summary>
    /// <param name="owed">Everything that the person owes; may name a thing several times.</param>
    /// <param name="after">The last day on which everything was sent.</param>
    /// <param name="today">Of the zone.</param>
    /// <param name="calendar">What is worked.</param>
    public static IReadOnlyList<ReminderLine> Of(IEnumerable<OwedItem> owed, DateOnly after, DateOnly today, WorkingDays calendar) =>
    [
        .. from item in OwedItem.Merge(owed)
           let step = ReminderRule.Since(after, today, item.Deadline, calendar)
           where step is not null
           select new ReminderLine(item, step.Value, calendar.Between(today, item.Deadline)),
    ];
}
