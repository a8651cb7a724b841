using System.Globalization;
using TrainingHub.Time;

namespace TrainingHub.Hosting;

/// <summary>Days, instants and numbers as the reader's language writes them.</summary>
public static class DateWords
{
    private static bool IsEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);

    /// <summary>2024年9月1日起 · 2020年9月1日—2024年8月31日; both days are included.</summary>
    public static string Span(DateOnly from, DateOnly until) => (from == Day.Beginning, until == Day.Open) switch
    {
        (true, true) => IsEnglish ? "always" : "长期",
        (true, false) => IsEnglish ? $"until {until.Written()}" : $"至{until.Written()}",
        (false, true) => IsEnglish ? $"from {from.Written()}" : $"{from.Written()}起",
        (false, false) => IsEnglish ? $"{from.Written()} – {until.Written()}" : $"{from.Written()}—{until.Written()}",
    };

    extension(DateOnly day)
    {
        /// <summary>2026年3月5日 · 5 March 2026</summary>
        public string Written() => IsEnglish
            ? day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en"))
            : day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

        /// <summary>3月5日 · 5 March</summary>
        public string WrittenWithoutYear() => IsEnglish
            ? day.ToString("d MMMM", CultureInfo.GetCultureInfo("en"))
            : day.ToString("M'月'd'日'", CultureInfo.InvariantCulture);

        /// <summary>2026-03-05, for inputs, files and <c>datetime</c> attributes.</summary>
        public string Iso() => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    extension(DateTime zoned)
    {
        /// <summary>2026年3月5日10:42:03; the value is already in the zone.</summary>
        public string Written() => DateOnly.FromDateTime(zoned).Written() + (IsEnglish ? ", " : "") + zoned.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

        /// <summary>2026年3月5日10:42, for what was set to the minute; the value is already in the zone.</summary>
        public string ToMinute() => DateOnly.FromDateTime(zoned).Written() + (IsEnglish ? ", " : "") + zoned.ToString("HH:mm", CultureInfo.InvariantCulture);

        /// <summary>10:42:03</summary>
        public string Clock() => zoned.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
    }

    extension(int number)
    {
        /// <summary>4,903</summary>
        public string Grouped() => number.ToString("#,0", CultureInfo.InvariantCulture);

        /// <summary>Minutes as 学时 of 45 minutes, rounded down to one decimal: 100 minutes are 2.2.</summary>
        public string AsCreditHours() => (number * 10 / 45 / 10m).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
