namespace TrainingHub.Notices;

/// <summary>One thing that is owed, as a notice names it.</summary>
/// <param name="Name">In Chinese.</param>
/// <param name="NameEn">In English.</param>
/// <param name="Deadline">Last day (included).</param>
/// <param name="WorkingDaysLeft">From the day of the notice (included) to the deadline (not included).</param>
/// <param name="IsNear">Whether it is named because the deadline is near, and not because a week begins.</param>
public sealed record NoticeLine(string Name, string NameEn, DateOnly Deadline, int WorkingDaysLeft, bool IsNear);
