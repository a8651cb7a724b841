namespace TrainingHub.Time;

/// <summary>工作日: Monday to Friday, less holidays, and those weekends that are worked in their place (调休). Weeks begin on Monday.</summary>
/// <param name="daysOff">Weekdays that are holidays; weekends among them change nothing.</param>
/// <param name="daysWorked">Weekends that are worked. A day named in both is worked.</param>
public sealed class WorkingDays(IEnumerable<DateOnly> daysOff, IEnumerable<DateOnly> daysWorked)
{
    private const int DaysOfWeek = 7;
    private readonly HashSet<DateOnly> _off = [.. daysOff];
    private readonly HashSet<DateOnly> _worked = [.. daysWorked];

    /// <summary>Monday to Friday, where nobody has entered holidays.</summary>
    public static WorkingDays Plain { get; } = new([], []);

    /// <summary>Whether any holiday of the year is known; else it is counted by weekdays alone.</summary>
    public bool Knows(int year) => _off.Any(day => day.Year == year);

    public bool IsWorked(DateOnly day) =>
        _worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_off.Contains(day));

    /// <summary>The working day so many before a day, which is not counted itself: one working day before a Monday is the Friday.</summary>
    /// <param name="day">Need not be worked.</param>
    /// <param name="count">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public DateOnly Before(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var found = day;
        for (var left = count; left > 0; left -= IsWorked(found) ? 1 : 0)
        {
            found = found.AddDays(-1);
        }

        return found;
    }

    /// <summary>How many working days lie between two days, the first included, the last not; 0 when the last is not later.</summary>
    public int Between(DateOnly from, DateOnly until)
    {
        var count = 0;
        for (var day = from; day < until; day = day.AddDays(1))
        {
            count += IsWorked(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));

    /// <summary>The first working day of a day's week; null when the whole week is off.</summary>
    public DateOnly? FirstOfWeek(DateOnly day)
    {
        var monday = MondayOf(day);
        return Enumerable.Range(0, DaysOfWeek).Select(monday.AddDays).Where(IsWorked).Cast<DateOnly?>().FirstOrDefault();
    }
}
