namespace TrainingHub.Reminders;

/// <summary>Why something owed is said on a day. Stored by number.</summary>
public enum ReminderStep
{
    /// <summary>周报: once a week, on its first working day.</summary>
    Digest = 1,
    /// <summary>Ten working days before the deadline.</summary>
    TenDays = 2,
    /// <summary>Three working days before the deadline.</summary>
    ThreeDays = 3,
    /// <summary>One working day before the deadline.</summary>
    OneDay = 4,
}
