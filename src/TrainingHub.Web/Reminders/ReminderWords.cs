using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;

namespace TrainingHub.Reminders;

/// <summary>Why somebody is reminded, in words.</summary>
public sealed class ReminderWords(IStringLocalizer<RemindersText> text)
{
    public string What(ReminderRow row) => row.Line is { } line ? Name(line.Item) : "";

    public string Name(OwedItem item) => IsEnglish ? item.NameEn : item.Name;

    /// <summary>The rule that makes it due on that day.</summary>
    public string Why(ReminderRow row, DateOnly day) => row.Line switch
    {
        null => "",
        { Step: ReminderStep.Digest } line => text["Why_Digest", day.Written(), line.Item.Deadline.Written()],
        { } line => text["Why_Near", line.Item.Deadline.Written(), line.WorkingDaysLeft],
    };

    private static bool IsEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
}
