using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Coverage;
using TrainingHub.Hosting;
using TrainingHub.People;

namespace TrainingHub.Reminders;

/// <summary>Why somebody is reminded, in words.</summary>
public sealed class ReminderWords(StandingWords standings, IStringLocalizer<RemindersText> text)
{
    public string What(ReminderRow row) => row.Line is { } line ? Name(line.Item) : "";

    public string Name(OwedItem item) => IsEnglish ? item.NameEn : item.Name;

    /// <summary>Empty where no post makes somebody owe it.</summary>
    public string Post(ReminderRow row) => row.Position is CorePosition.None ? "" : standings.Post(row.Position);

    /// <summary>What makes them owe it, and the rule that makes it due on that day.</summary>
    public string Why(ReminderRow row, DateOnly day) => row.Line switch
    {
        null => "",
        { Step: ReminderStep.Digest } line => text["Why_Both", text[$"Because_{line.Item.Kind}"], text["Why_Digest", day.Written(), line.Item.Deadline.Written()]],
        { } line => text["Why_Both", text[$"Because_{line.Item.Kind}"], text["Why_Near", line.Item.Deadline.Written(), line.WorkingDaysLeft]],
    };

    private static bool IsEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
}
