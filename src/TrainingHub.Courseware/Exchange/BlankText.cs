using System.Globalization;
using System.Text;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>
/// What is right in blanks, as a cell has it: a line for each blank, what is taken in it parted by <c>|</c>. A number is <c>#50</c>, with its tolerance
/// <c>#50±0.5</c>, with its units <c>#50±0.5{米,m}</c>, and <c>{米,m}!</c> where the unit must be there. A backslash takes the next sign as it is.
/// </summary>
public static class BlankText
{
    public static string Write(IReadOnlyList<BlankKey> blanks) => string.Join('\n', blanks.Select(Write));

    /// <summary>One for each line.</summary>
    public static IReadOnlyList<BlankKey> Read(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0).Select(ReadLine)];

    /// <summary>A number as keys write it; null when it is none.</summary>
    public static decimal? Number(string text) =>
        text.Length is > 0 and <= 28
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Without zeros at its end.</summary>
    public static string Write(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Write(BlankKey blank)
    {
        List<string> parts = [.. blank.Accepted.Select(word => word.StartsWith('#') ? "\\" + Escape(word) : Escape(word))];
        if (blank.Value is { } value)
        {
            var tolerance = blank.Tolerance is 0 ? "" : "±" + Write(blank.Tolerance);
            var units = blank.Units.Count is 0 ? "" : "{" + string.Join(',', blank.Units.Select(Escape)) + "}";
            parts.Add($"#{Write(value)}{tolerance}{units}{(blank.NeedsUnit ? "!" : "")}");
        }

        return string.Join('|', parts);
    }

    private static BlankKey ReadLine(string line)
    {
        List<string> words = [];
        var key = new BlankKey();
        foreach (var part in Parts(line, '|'))
        {
            if (part.StartsWith('#') && ReadNumber(part[1..]) is { } number && key.Value is null)
            {
                key = number;
            }
            else if (Unescape(part).Trim() is { Length: > 0 } word && !words.Contains(word, StringComparer.Ordinal))
            {
                words.Add(word);
            }
        }

        return key with { Accepted = words };
    }

    private static BlankKey? ReadNumber(string text)
    {
        var (needsUnit, rest) = (text.EndsWith('!'), text.TrimEnd('!'));
        IReadOnlyList<string> units = [];
        if (rest.EndsWith('}') && rest.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            units = [.. Parts(rest[(open + 1)..^1], ',').Select(unit => Unescape(unit).Trim()).Where(unit => unit.Length > 0)];
            rest = rest[..open];
        }

        var halves = rest.Split('±');
        return halves.Length <= 2 && Number(halves[0].Trim()) is { } value && (halves.Length is 1 ? 0 : Number(halves[1].Trim())) is { } tolerance and >= 0
            ? new BlankKey { Value = value, Tolerance = tolerance, Units = units, NeedsUnit = needsUnit && units.Count > 0 }
            : null;
    }

    private static List<string> Parts(string text, char parting)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\\' && at + 1 < text.Length)
            {
                part.Append(text[at]).Append(text[++at]);
            }
            else if (text[at] == parting)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(text[at]);
            }
        }

        return [.. parts, part.ToString()];
    }

    private static string Escape(string text) => string.Concat(text.Select(sign => sign is '\\' or '|' or ',' or '{' or '}' ? $"\\{sign}" : sign.ToString()));

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            plain.Append(text[at] is '\\' && at + 1 < text.Length ? text[++at] : text[at]);
        }

        return plain.ToString();
    }
}
