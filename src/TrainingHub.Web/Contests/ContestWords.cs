using System.Globalization;

namespace TrainingHub.Contests;

/// <summary>Results as pages and files write them.</summary>
public static class ContestWords
{
    /// <summary>95.33; whole points without decimals. From hundredths of a point.</summary>
    public static string Points(long hundredths) =>
        hundredths % 100 is 0 ? (hundredths / 100).ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100}.{hundredths % 100:00}");

    /// <summary>84.1%; from tenths of a percent.</summary>
    public static string Share(int tenths) => string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}%");

    /// <summary>12:05, hours only where there are some; from whole seconds.</summary>
    public static string Time(int seconds) =>
        seconds < 3600 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}") : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
}
