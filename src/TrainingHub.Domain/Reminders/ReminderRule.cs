using TrainingHub.Time;

namespace TrainingHub.Reminders;

/// <summary>On which days something owed is said. Pure arithmetic of days: who owes it is asked elsewhere.</summary>
public static class ReminderRule
{
    /// <summary>How far back a day is made up for on which nothing could be sent; a longer standstill is not.</summary>
    public const int DaysMadeUp = 6;

    private static readonly (ReminderStep Step, int WorkingDays)[] Steps = [(ReminderStep.TenDays, 10), (ReminderStep.ThreeDays, 3), (ReminderStep.OneDay, 1)];

    /// <summary>
    /// What is due on one day. Ten, three and one working days before the deadline it is a reminder; on the first working day of a week the
    /// digest, unless a reminder of the same thing comes in that week and takes its place. Nothing on days off, nothing after the deadline.
    /// </summary>
    /// <param name="deadline">Last day on which it can be done (included).</param>
    /// <param name="day">Of the zone.</param>
    /// <param name="calendar">What is worked.</param>
    public static ReminderStep? On(DateOnly day, DateOnly deadline, WorkingDays calendar)
    {
        if (day > deadline || !calendar.IsWorked(day))
        {
            return null;
        }

        var monday = WorkingDays.MondayOf(day);
        ReminderStep? due = calendar.FirstOfWeek(day) == day ? ReminderStep.Digest : null;
        // The reminders lie in the last weeks; far from the deadline nothing has to be counted.
        if (deadline.DayNumber - day.DayNumber > 60)
        {
            return due;
        }

        foreach (var (step, count) in Steps)
        {
            var reminded = calendar.Before(deadline, count);
            if (reminded == day)
            {
                return step;
            }

            if (monday <= reminded && reminded <= monday.AddDays(6))
            {
                due = null;
            }
        }

        return due;
    }

    /// <summary>
    /// What is due today, when the last day on which everything was sent was <paramref name="after"/>: the latest of the days since, so that
    /// what a standstill kept back is said once. Only on a working day.
    /// </summary>
    public static ReminderStep? Since(DateOnly after, DateOnly today, DateOnly deadline, WorkingDays calendar)
    {
        if (today > deadline || !calendar.IsWorked(today))
        {
            return null;
        }

        var first = after.AddDays(1) > today.AddDays(-DaysMadeUp) ? after.AddDays(1) : today.AddDays(-DaysMadeUp);
        for (var day = today; day >= first; day = day.AddDays(-1))
        {
            if (On(day, deadline, calendar) is { } step)
            {
                return step;
            }
        }

        return null;
    }
}
