namespace TrainingHub.Reminders;

internal static partial class ReminderLog
{
    [LoggerMessage(1312, LogLevel.Warning, "The group {Robot} gets no numbers: there is no organization with the code {Unit}")]
    public static partial void NoUnit(ILogger logger, string robot, string unit);
}
