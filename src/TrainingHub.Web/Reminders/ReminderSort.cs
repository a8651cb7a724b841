namespace TrainingHub.Reminders;

/// <summary>Columns by which the reminders of a day are ordered.</summary>
public enum ReminderSort
{
    Unit,
    Name,
    Post,
}
