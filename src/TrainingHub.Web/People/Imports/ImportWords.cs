using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Values of a roster in the reader's words.</summary>
internal static class ImportWords
{
    extension(IStringLocalizer<ImportsText> text)
    {
        /// <summary>A value before or after a change; phone numbers are masked.</summary>
        public string Value(RosterColumn column, string? value) => value switch
        {
            null or "" => text["Blank"].Value,
            _ when column == RosterColumn.Phone => RosterWords.MaskPhone(value),
            _ when column is RosterColumn.From or RosterColumn.Until && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day == Day.Open ? text["OpenEnd"].Value : day.Written(),
            _ when column == RosterColumn.Employment => text["Employment_" + value].Value,
            _ when column == RosterColumn.Status => text["Status_" + value].Value,
            _ when column is RosterColumn.Leave or RosterColumn.LeaveUntil && LeaveDays.Read(value) is var leave => text["Leave_Days", text[$"Status_{leave.Kind}"], DateWords.Span(leave.From, leave.Until)].Value,
            _ when column == RosterColumn.IsPrimary => text["Primary_" + value].Value,
            _ => value,
        };

        /// <summary>What a person may say of a row in doubt.</summary>
        public string Answer(RowReason reason, RowAnswer answer) => (reason, answer) switch
        {
            (RowReason.SameNameInFile, RowAnswer.Second) => text["Judge_OnePerson"].Value,
            (RowReason.SameNameInFile, _) => text["Judge_TwoPeople"].Value,
            (RowReason.SameNameElsewhere, RowAnswer.Same) => text["Judge_Moved"].Value,
            (RowReason.SameNameOtherPost, RowAnswer.Same) => text["Judge_OtherPost"].Value,
            (_, RowAnswer.Same) => text["Judge_Same"].Value,
            (_, RowAnswer.Second) => text["Judge_Second"].Value,
            (_, RowAnswer.Main) => text["Judge_Main"].Value,
            _ => text["Judge_Other"].Value,
        };

        /// <summary>How a row can be mended.</summary>
        public string Mend(RowReason reason, string detail) =>
            text[detail.Length > 0 ? $"Mend_{reason}_With" : $"Mend_{reason}", reason == RowReason.LeaveOverlaps ? text.Value(RosterColumn.Leave, detail) : detail];
    }
}
