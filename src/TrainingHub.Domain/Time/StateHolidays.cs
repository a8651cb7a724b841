using System.Globalization;

namespace TrainingHub.Time;

/// <summary>
/// 法定节假日和调休: what the State Council announced for the years that were known when this version was made (国务院办公厅关于2024、2025、2026年部分节假日
/// 安排的通知). Later years are entered in the configuration.
/// </summary>
public static class StateHolidays
{
    // First and last day of each holiday (both included).
    private static readonly string[] Off =
    [
        "2024-01-01", "2024-02-10 2024-02-17", "2024-04-04 2024-04-06", "2024-05-01 2024-05-05", "2024-06-10", "2024-09-15 2024-09-17", "2024-10-01 2024-10-07",
        "2025-01-01", "2025-01-28 2025-02-04", "2025-04-04 2025-04-06", "2025-05-01 2025-05-05", "2025-05-31 2025-06-02", "2025-10-01 2025-10-08",
        "2026-01-01 2026-01-03", "2026-02-15 2026-02-23", "2026-04-04 2026-04-06", "2026-05-01 2026-05-05", "2026-06-19 2026-06-21", "2026-09-25 2026-09-27", "2026-10-01 2026-10-07",
    ];

    private static readonly string[] Worked =
    [
        "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12",
        "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11",
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ];

    public static IEnumerable<DateOnly> DaysOff => Off.SelectMany(span => DaysOf(span.Split(' ')));

    public static IEnumerable<DateOnly> DaysWorked => Worked.Select(DayOf);

    private static IEnumerable<DateOnly> DaysOf(string[] span)
    {
        for (var day = DayOf(span[0]); day <= DayOf(span[^1]); day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static DateOnly DayOf(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
