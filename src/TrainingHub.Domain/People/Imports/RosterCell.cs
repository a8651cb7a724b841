using System.Buffers;
using System.Globalization;

namespace TrainingHub.People.Imports;

/// <summary>One cell of a sheet.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">As it reads; whole numbers without a decimal point, days as 2025-03-01.</param>
/// <param name="Day">The day, for <see cref="CellKind.Date"/>.</param>
public readonly record struct RosterCell(CellKind Kind, string Text, DateOnly? Day = null)
{
    public static readonly RosterCell Blank = new(CellKind.Blank, "");

    // Blanks without width, marks of direction and of byte order.
    private static readonly SearchValues<char> Unseen = SearchValues.Create("\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF");

    /// <summary>Signs that nobody sees, which come along when text is copied out of pages and chats, are left out.</summary>
    public static RosterCell OfText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seen = text.AsSpan().IndexOfAny(Unseen) < 0 ? text : string.Concat(text.Where(sign => !Unseen.Contains(sign)));
        return string.IsNullOrWhiteSpace(seen) ? Blank : new(CellKind.Text, seen.Trim());
    }

    public static RosterCell OfNumber(double number) =>
        new(CellKind.Number, number == Math.Truncate(number) && Math.Abs(number) < 1e21
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A number as its format shows it, where that is what was meant: 123 as 00123, and 2024.1 as 2024.10, which would be January otherwise.</summary>
    public static RosterCell OfNumber(double number, string? format) => format switch
    {
        { Length: > 1 and <= 40 } when format.AsSpan().Trim('0').IsEmpty && number >= 0 && number == Math.Truncate(number) && number < 1e15 => new(CellKind.Number, number.ToString(format, CultureInfo.InvariantCulture)),
        "0.00" when number is > 1900 and < 2100 && number.ToString("F2", CultureInfo.InvariantCulture) is var shown && shown.EndsWith(".10", StringComparison.Ordinal) => new(CellKind.Number, shown),
        _ => OfNumber(number),
    };

    public static RosterCell OfDay(DateOnly day) => new(CellKind.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day);
}
