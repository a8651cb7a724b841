using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrainingHub.People.Imports;

/// <summary>Reads a day the way people type it.</summary>
public static partial class RosterDate
{
    private static readonly DateOnly First = new(1900, 3, 1);

    /// <summary>
    /// The day, <see cref="Time.Day.Open"/> for 至今 and its like (ends only), or what is wrong. A month alone is its first day, for an end its last.
    /// </summary>
    public static (DateOnly? Day, RowReason Problem) Read(RosterCell cell, bool isEnd, bool countsFrom1904)
    {
        if (cell.Kind == CellKind.Blank)
        {
            return (null, RowReason.None);
        }

        if (cell.Kind == CellKind.Date)
        {
            return (cell.Day, RowReason.None);
        }

        var text = Plain(cell.Text);
        if (isEnd && text is "至今" or "现在" or "长期" or "在职" or "在岗" or "-" or "—" or "/" or "无")
        {
            return (Time.Day.Open, RowReason.None);
        }

        return Serial().IsMatch(text) ? OfSerial(text, countsFrom1904) : OfWords(cell.Kind, text, isEnd);
    }

    /// <summary>
    /// Two days in one cell: 2024.9.1—2025.1.31, 2024年9月1日至今, 2024-09-01-2025-01-31. One day alone is the first; the last is then null.
    /// </summary>
    public static (DateOnly? From, DateOnly? Until, RowReason Problem) ReadSpan(RosterCell cell, bool countsFrom1904)
    {
        if (cell.Kind is not CellKind.Text)
        {
            var (day, wrong) = Read(cell, isEnd: false, countsFrom1904);
            return (day, null, wrong);
        }

        var text = Plain(cell.Text);
        var (first, last) = Halves(text);
        var (from, problem) = Read(RosterCell.OfText(first.TrimStart('自', '从').TrimEnd('起')), isEnd: false, countsFrom1904);
        var (until, problemOfEnd) = Read(RosterCell.OfText(last.TrimEnd('止')), isEnd: true, countsFrom1904);
        return (from, until, problem is RowReason.None ? problemOfEnd : problem);
    }

    // 2024年9月1号, 2024年9月份, and 2024。9。1 where the keyboard was still at Chinese.
    private static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal)
        .Replace('号', '日').Replace("月份", "月", StringComparison.Ordinal).Replace('。', '.').Replace('、', '.');

    private static (string First, string Last) Halves(string text)
    {
        if (text.EndsWith("至今", StringComparison.Ordinal))
        {
            return (text[..^2].TrimEnd('-', '—', '–', '~'), "至今");
        }

        if (Between().Match(text) is { Success: true } between)
        {
            return (text[..between.Index], text[(between.Index + between.Length)..]);
        }

        // A hyphen also stands within a day: the one that has a day on either side is between the two.
        var place = Enumerable.Range(0, text.Length).FirstOrDefault(at => text[at] == '-' && IsDay(text[..at]) && IsDay(text[(at + 1)..]), -1);
        return place < 0 ? (text.TrimEnd('-'), "") : (text[..place], text[(place + 1)..]);

        static bool IsDay(string part) => Serial().IsMatch(part) || Words().IsMatch(part);
    }

    private static (DateOnly?, RowReason) OfSerial(string text, bool countsFrom1904)
    {
        var days = (int)double.Parse(text, CultureInfo.InvariantCulture) + (countsFrom1904 ? 1462 : 0);
        return (new DateOnly(1899, 12, 30).AddDays(days), RowReason.None);
    }

    private static (DateOnly?, RowReason) OfWords(CellKind kind, string text, bool isEnd)
    {
        var match = Words().Match(text);
        if (!match.Success)
        {
            return (null, RowReason.DateUnreadable);
        }

        var hasDay = match.Groups["d"].Success;
        if (kind == CellKind.Number && !hasDay && match.Groups["m"].Value is "1")
        {
            return (null, RowReason.MonthAmbiguous);
        }

        var (year, month) = (Number(match.Groups["y"]), Number(match.Groups["m"]));
        if (month is < 1 or > 12)
        {
            return (null, RowReason.DateNotExisting);
        }

        var last = DateTime.DaysInMonth(year, month);
        var day = hasDay ? Number(match.Groups["d"]) : isEnd ? last : 1;
        if (day < 1 || day > last)
        {
            return (null, RowReason.DateNotExisting);
        }

        var read = new DateOnly(year, month, day);
        return read < First ? (null, RowReason.DateUnreadable) : (read, RowReason.None);
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[2-7][0-9]{4}(?:\.[0-9]+)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Serial();

    [GeneratedRegex("[至到~〜—–]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    // 2025/3/1 2025-03-01 2025.3 2025年3月 2025年3月1日 20250301, with or without a time of day behind
    [GeneratedRegex(@"^(?:(?<y>(?:19|20)[0-9]{2})(?:[/.\-年](?<m>[0-9]{1,2})(?:月|(?:[/.\-月](?<d>[0-9]{1,2})日?)?)|(?<m>[0-9]{2})(?<d>[0-9]{2}))(?:T?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();
}
