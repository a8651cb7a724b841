using TrainingHub.Hosting;

namespace TrainingHub.Reminders;

/// <summary>预演: who would get what on a day, and why. Reckoned from the roster and the ledger as they are now; nothing is sent.</summary>
/// <param name="Filter">As asked.</param>
/// <param name="Day">The day asked for.</param>
/// <param name="IsWorked">Whether it is a working day; on others nobody is reminded.</param>
/// <param name="IsSent">Whether that day's reminders were sent already.</param>
/// <param name="People">How many people that is.</param>
/// <param name="Rows">Of one page.</param>
/// <param name="Pages">Which.</param>
/// <param name="Unit">The unit asked for; null for all in reach.</param>
/// <param name="Next">Working days from today on at which somebody is due, at most five.</param>
public sealed record RemindersPage(
    RemindersFilter Filter, DateOnly Day, bool IsWorked, bool IsSent, int People, IReadOnlyList<ReminderRow> Rows, Pages Pages, RemindedUnit? Unit, IReadOnlyList<DateOnly> Next);
