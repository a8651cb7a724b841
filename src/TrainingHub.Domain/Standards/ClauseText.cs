using System.Text;
using System.Text.RegularExpressions;

namespace TrainingHub.Standards;

/// <summary>
/// Clauses written or pasted as one text. A line that begins with a number starts a clause: 第十二条, 第三条（一）第6项, 一、, （二）, 4.6, 1. The rest
/// of that line and the lines up to the next number are its text. After the number may stand where the clause stood in the replaced edition, 【原第三条】, and
/// its title in 【】, in either order.
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
        var formers = new HashSet<string>(StringComparer.Ordinal);
        var (number, formerly, title, start, body) = ("", (string?)null, (string?)null, 0, new StringBuilder());
        foreach (var (index, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (NumberPattern().Match(line) is { Success: true } found)
            {
                Close();
                (number, start) = (found.Groups["number"].Value.Trim(), index + 1);
                formerly = found.Groups["formerly"] is { Success: true, Value: var former } ? former.Trim() : null;
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
            fault ??= formerly is not null && !formers.Add(formerly) ? ClauseFaultKind.FormerlyRepeated : null;
            fault ??= body.Length == 0 ? ClauseFaultKind.Empty : body.Length > Longest || number.Length > LongestNumber ? ClauseFaultKind.TooLong : null;
            if (fault is { } kind)
            {
                faults.Add(new ClauseFault(start, kind, kind is ClauseFaultKind.FormerlyRepeated ? formerly! : number));
            }

            clauses.Add(new Clause(number, title, body.ToString(), ClauseSighting.Full) { Formerly = formerly });
        }
    }

    /// <summary>Writes clauses so that <see cref="Read"/> gives the same numbers, former numbers, titles and texts.</summary>
    public static string Write(IEnumerable<Clause> clauses) =>
        string.Join("\n\n", clauses.Select(clause => $"{clause.Number}{(clause.Number.All(CountedOnly.Contains) ? "、" : "")}{(clause.Formerly is null ? "" : $"【原{clause.Formerly}】")}{(clause.Title is null ? "" : $"【{clause.Title}】")}　{clause.Text}"));

    // One number as documents write it; what may follow it differs between the beginning of a clause and the mention of a former number.
    private const string Numbered = "第[一二三四五六七八九十百千零〇0-9]{1,9}[条章节款项](之[一二三四五六七八九十]{1,3})?(第[一二三四五六七八九十0-9]{1,4}[款项]|[（(][一二三四五六七八九十0-9]{1,4}[）)])*|[（(][一二三四五六七八九十]{1,4}[）)]";
    private const string CountedOnly = "一二三四五六七八九十";
    private const string Counted = "[一二三四五六七八九十]{1,4}";
    private const string Pointed = "[0-9]{1,3}([.．][0-9]{1,3}){0,4}";

    [GeneratedRegex(
        $"^[\\s　]*(?<number>{Numbered}|{Counted}(?=、)|{Pointed}(?=[\\s　、.．【]))[、.．]?[\\s　]*(【原(?<formerly>{Numbered}|{Counted}|{Pointed})】)?[\\s　]*(【(?<title>[^】]{{1,60}})】)?[\\s　]*(【原(?<formerly>{Numbered}|{Counted}|{Pointed})】)?[\\s　]*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberPattern();
}
