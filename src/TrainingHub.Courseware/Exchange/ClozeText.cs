using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>
/// Moodle's embedded answers: <c>{1:SHORTANSWER:=119~=一一九}</c>, <c>{1:NUMERICAL:=1.4:0.05}</c>. Gaps of words and numbers are blanks; one choice among
/// words is a question with one right answer.
/// </summary>
internal static partial class ClozeText
{
    private const string Signs = "~=#}\\\"";

    /// <summary>The text with a gap where each answer stood; the answers are in the draft.</summary>
    public static string Read(ForeignDraft draft, string text, bool isHtml)
    {
        var gaps = Gap().Matches(text).ToList();
        List<string> kinds = [.. gaps.Select(gap => KindOf(gap.Groups["kind"].Value))];
        if (gaps.Count > 0 && kinds.TrueForAll(kind => kind is "SHORTANSWER" or "NUMERICAL"))
        {
            draft.Kind = QuestionKind.FillIn;
            draft.Blanks = [.. gaps.Zip(kinds, (gap, kind) => BlankOf(draft, AnswersOf(draft, gap, isHtml), kind is "NUMERICAL"))];
        }
        else if (kinds is ["MULTIRESPONSE"])
        {
            var answers = AnswersOf(draft, gaps[0], isHtml);
            draft.Options.AddRange(answers.Select(answer => answer.Text));
            GiftReader.TakeWeighted(draft, [.. answers.Select(answer => answer.Weight)]);
        }
        else if (kinds is ["MULTICHOICE"])
        {
            draft.Kind = QuestionKind.Single;
            foreach (var (at, answer) in AnswersOf(draft, gaps[0], isHtml).Index())
            {
                draft.Options.Add(answer.Text);
                draft.Right.AddRange(answer.Weight >= 100 ? [at] : []);
                NotePart(draft, answer.Weight);
            }
        }
        else
        {
            draft.Note(ForeignFault.Unsupported, kinds.Count is 0 ? "cloze" : $"cloze: {string.Join(" + ", kinds.Distinct(StringComparer.Ordinal))}");
        }

        if (gaps.Any(gap => gap.Groups["kind"].Value.EndsWith("_C", StringComparison.OrdinalIgnoreCase) || gap.Groups["kind"].Value.ToUpperInvariant() is "SAC" or "MWC"))
        {
            draft.Note(ForeignFault.CaseIgnored);
        }

        var stem = Gap().Replace(text, ForeignDraft.Blank);
        if (Opened().Match(stem) is { Success: true } opened)
        {
            // A gap that breaks off would show its answers.
            draft.Note(ForeignFault.Malformed, opened.Value);
        }

        return stem;
    }

    /// <summary>Whether plain words would be taken for an embedded answer.</summary>
    public static bool HasGap(string text) => Opened().IsMatch(text);

    /// <summary>One blank as Moodle embeds it: either words or a number.</summary>
    public static string Write(BlankKey blank) => blank.Value is { } value
        ? $"{{1:NUMERICAL:={BlankText.Write(value)}:{BlankText.Write(blank.Tolerance)}}}"
        : $"{{1:SHORTANSWER:{string.Join('~', blank.Accepted.Select(word => "=" + Escape(word.Replace("*", "\\*", StringComparison.Ordinal))))}}}";

    private static BlankKey BlankOf(ForeignDraft draft, List<(string Text, decimal Weight)> answers, bool isNumber)
    {
        answers.ForEach(answer => NotePart(draft, answer.Weight));
        List<string> right = [.. answers.Where(answer => answer.Weight >= 100).Select(answer => answer.Text).Distinct(StringComparer.Ordinal)];
        if (!isNumber)
        {
            return new BlankKey { Accepted = [.. right.Select(word => GiftReader.WordOf(draft, word)).Where(word => word.Length > 0)] };
        }

        List<BlankKey> numbers = [.. right.Select(GiftReader.NumberOf).OfType<BlankKey>()];
        if (numbers.Count < right.Count || numbers.Count(number => number.Tolerance > 0) > (numbers.Count is 1 ? 1 : 0))
        {
            draft.Note(ForeignFault.AnswerUnknown, string.Join(' ', right));
        }

        return numbers is [var only] ? only : new BlankKey { Accepted = [.. numbers.Select(number => BlankText.Write(number.Value ?? 0))] };
    }

    private static void NotePart(ForeignDraft draft, decimal weight)
    {
        if (weight is > 0 and < 100)
        {
            draft.Note(ForeignFault.WeightsDropped);
        }
    }

    private static List<(string Text, decimal Weight)> AnswersOf(ForeignDraft draft, Match gap, bool isHtml)
    {
        List<(string, decimal)> answers = [];
        foreach (Match answer in Answer().Matches(gap.Groups["answers"].Value))
        {
            var weight = answer.Groups["weight"].Success ? BlankText.Number(answer.Groups["weight"].Value) ?? 0 : answer.Groups["right"].Success ? 100 : 0;
            var text = Plain(answer.Groups["text"].Value, isHtml);
            answers.Add((text, weight));
            draft.Join(ForeignDraft.Quote(text), Plain(answer.Groups["feedback"].Value, isHtml));
        }

        return answers;
    }

    // \* stays: it is the asterisk of a word, not the sign for anything.
    private static string Plain(string text, bool isHtml)
    {
        var plain = Escaped().Replace(text, "${sign}");
        return ForeignDraft.Clean(isHtml ? WebUtility.HtmlDecode(plain) : plain);
    }

    private static string KindOf(string kind) => kind.ToUpperInvariant() switch
    {
        "SHORTANSWER" or "SA" or "MW" or "SHORTANSWER_C" or "SAC" or "MWC" => "SHORTANSWER",
        "NUMERICAL" or "NM" => "NUMERICAL",
        var choice when choice.StartsWith("MULTIRESPONSE", StringComparison.Ordinal) || choice.StartsWith("MR", StringComparison.Ordinal) => "MULTIRESPONSE",
        _ => "MULTICHOICE",
    };

    private static string Escape(string text)
    {
        var written = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            // What was escaped for an asterisk stays as it is.
            written.Append(Signs.Contains(text[at], StringComparison.Ordinal) && !(text[at] is '\\' && at + 1 < text.Length && text[at + 1] is '*') ? "\\" : "").Append(text[at]);
        }

        return written.ToString();
    }

    [GeneratedRegex(@"\{\s*\d*\s*:\s*(?<kind>SHORTANSWER_C|SHORTANSWER|SAC?|MWC?|NUMERICAL|NM|MULTICHOICE_[HVS]{1,2}|MULTICHOICE|MC[HVS]{0,2}|MULTIRESPONSE_[HS]{1,2}|MULTIRESPONSE|MR[HS]{0,2})\s*:(?<answers>(\\.|[^\\}])*)\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\{\s*\d*\s*:\s*[A-Za-z_]{2,20}\s*:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opened();

    [GeneratedRegex(@"(?<=^|~)\s*(?<right>=)?\s*(%(?<weight>-?\d{1,3}(\.\d{1,7})?)%)?(?<text>(\\.|[^\\~#])+)(#(?<feedback>(\\.|[^\\~])*))?", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\\(?<sign>[^*])", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}
