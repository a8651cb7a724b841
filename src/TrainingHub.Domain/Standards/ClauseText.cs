using System.Text;
using System.Text.RegularExpressions;

namespace TrainingHub.Standards;

/// <summary>
/// Clauses written or pasted as one text. A line that begins with a number starts a clause: 第十二条, 第三条（一）第6项, 一、, （二）, 4.6, 1. The rest
/// of that line and the lines up to the next number are its text. A title stands in 【】 after the number.
/// </summary>
public static partial class ClauseText
{
    /// <summary>The most clauses that one edition may have.</summary>
    public const int Most = 1_000;

    /// <summary>Longest clause, in characters.</summary>
    public const int Longest = 4_000;

    /// <summary>Longest number, in characters.</summary>
    public const int LongestNumber = 40;

    /// <summary>Reads the text; every fault names its line, from 1.</summary>
    public static (IReadOnlyList<Clause> Clauses, IReadOnlyList<ClauseFault> Faults) Read(string text)
    {
        var (clauses, faults) = (new List<Clause>(), new List<ClauseFault>());
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var (number, title, start, body) = ("", (string?)null, 0, new StringBuilder());
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (NumberPattern().Match(line) is { Success: true } found)
            {
                Close();
                (number, start) = (found.Groups["number"].Value.Trim(), index + 1);
                title = found.Groups["title"] is { Success: true, Value: var words } ? words.Trim() : null;
                body.Clear().Append(line[found.Length..].Trim());
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                if (number.Length == 0)
                {
                    faults.Add(new ClauseFault(index + 1, ClauseFaultKind.TextBeforeNumber, line.Trim() is { Length: > 20 } longer ? longer[..20] : line.Trim()));
                    continue;
                }

                body.Append(body.Length > 0 ? "\n" : "").Append(line.Trim());
            }
        }

        Close();
        if (clauses.Count > Most)
        {
            faults.Add(new ClauseFault(1, ClauseFaultKind.TooMany, $"{clauses.Count}"));
        }

        return (clauses, faults);

        void Close()
        {
            if (number.Length == 0)
            {
                return;
            }

            ClauseFaultKind? fault = numbers.Add(number) ? null : ClauseFaultKind.NumberRepeated;
            fault ??= body.Length == 0 ? ClauseFaultKind.Empty : body.Length > Longest || number.Length > LongestNumber ? ClauseFaultKind.TooLong : null;
            if (fault is { } kind)
            {
                faults.Add(new ClauseFault(start, kind, number));
            }

            clauses.Add(new Clause(number, title, body.ToString(), ClauseSighting.Full));
        }
    }

    /// <summary>Writes clauses so that <see cref="Read"/> gives the same numbers, titles and texts.</summary>
    public static string Write(IEnumerable<Clause> clauses) =>
        string.Join("\n\n", clauses.Select(clause => $"{clause.Number}{(clause.Title is null ? "" : $"【{clause.Title}】")}　{clause.Text}"));

    [GeneratedRegex(
        """^[\s　]*(?<number>第[一二三四五六七八九十百千零〇0-9]{1,9}[条章节款项](之[一二三四五六七八九十]{1,3})?(第[一二三四五六七八九十0-9]{1,4}[款项]|[（(][一二三四五六七八九十0-9]{1,4}[）)])*|[（(][一二三四五六七八九十]{1,4}[）)]|[一二三四五六七八九十]{1,4}(?=、)|[0-9]{1,3}([.．][0-9]{1,3}){0,4}(?=[\s　、.．【]))[、.．]?[\s　]*(【(?<title>[^】]{1,60})】)?[\s　]*""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberPattern();
}
