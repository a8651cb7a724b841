using System.Globalization;

namespace TrainingHub.People.Imports;

/// <summary>One cell of a sheet.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">As it reads; whole numbers without a decimal point, days as 2025-03-01.</param>
/// <param name="Day">The day, for <see cref="CellKind.Date"/>.</param>
public readonly record struct RosterCell(CellKind Kind, string Text, DateOnly? Day = null)
{
    public static readonly RosterCell Blank = new(CellKind.Blank, "");

    public static RosterCell OfText(string text) => string.IsNullOrWhiteSpace(text) ? Blank : new(CellKind.Text, text.Trim());

    public static RosterCell OfNumber(double number) =>
        new(CellKind.Number, number == Math.Truncate(number) && Math.Abs(number) < 1e21
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture));

    public static RosterCell OfDay(DateOnly day) => new(CellKind.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day);
}
