namespace TrainingHub.Records;

/// <summary>补录: training that is entered so late that it needs proof and the unit above.</summary>
public static class LateEntry
{
    /// <summary>Days after the last one within which a unit enters what it held itself.</summary>
    public const int Days = 15;

    /// <summary>Whether entering needs proof and somebody of the unit above: more than fifteen days later, or after a cut-off day of a target that it would enter.</summary>
    /// <param name="lastDay">Of the training.</param>
    /// <param name="today">The day of entering.</param>
    /// <param name="cutOffDays">Of the targets for which it may count.</param>
    public static bool NeedsApproval(DateOnly lastDay, DateOnly today, IEnumerable<DateOnly> cutOffDays) =>
        today.DayNumber - lastDay.DayNumber > Days || cutOffDays.Any(cutOff => lastDay <= cutOff && cutOff < today);
}
