using System.Globalization;

namespace TrainingHub.Reminders;

/// <summary>When people are reminded (section <c>Reminders</c>): <c>From</c> and <c>Until</c> as 08:00 and 20:00.</summary>
public sealed class ReminderSettings
{
    /// <exception cref="InvalidOperationException">The hours cannot be read or end before they begin.</exception>
    public ReminderSettings(IConfiguration configuration)
    {
        Hours = new SendingHours(Read(configuration, "Reminders:From", SendingHours.Usual.From), Read(configuration, "Reminders:Until", SendingHours.Usual.Until));
        if (Hours.Until <= Hours.From)
        {
            throw new InvalidOperationException("Reminders:Until is not later than Reminders:From: nobody would be reminded.");
        }
    }

    public SendingHours Hours { get; }

    private static TimeOnly Read(IConfiguration configuration, string key, TimeOnly otherwise) => configuration[key] switch
    {
        null or "" => otherwise,
        var text when TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        var text => throw new InvalidOperationException($"{key} is \"{text}\", which is no time of day: write it as 08:00."),
    };
}
