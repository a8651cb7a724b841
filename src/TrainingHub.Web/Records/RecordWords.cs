using System.Globalization;
using Microsoft.Extensions.Localization;

namespace TrainingHub.Records;

internal static class RecordWords
{
    extension(IStringLocalizer<RecordsText> text)
    {
        /// <summary>考核结果: passed with so many points, or that there was no examination.</summary>
        public string Result(RecordRow row) => (row.Points, row.FullPoints) switch
        {
            ({ } points, { } full) => text["Result_Points", points, full],
            _ when row.Evidence == Evidence.OnlineExamination => text["Result_Passed"],
            _ => text["Result_None"],
        };
    }

    /// <summary>A name in the reader's language, as far as it has one.</summary>
    public static string Named(string chinese, string english) =>
        english.Length > 0 && string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? english : chinese;
}
