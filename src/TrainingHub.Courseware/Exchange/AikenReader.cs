using System.Text.RegularExpressions;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Reads Aiken: the question, options beginning with a letter, a line <c>ANSWER: B</c>.</summary>
internal static partial class AikenReader
{
    public static bool LooksLikeIt(string text) => Answer().IsMatch(text);

    public static IEnumerable<ForeignQuestion> Read(string text)
    {
        List<(int Line, string Text)> lines = [];
        var (line, number) = (0, 0);
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            line++;
            var trimmed = ForeignDraft.Clean(raw);
            if (trimmed.Length is 0)
            {
                continue;
            }

            lines.Add((line, trimmed));
            if (Answer().Match(trimmed) is { Success: true } answer)
            {
                yield return ReadOne(++number, lines, answer.Groups["letter"].Value);
                lines.Clear();
            }
        }

        if (lines.Count > 0)
        {
            var draft = new ForeignDraft(++number, lines[0].Line) { Stem = lines[0].Text };
            draft.Note(ForeignFault.Malformed, "ANSWER:");
            yield return draft.Finish();
        }
    }

    private static ForeignQuestion ReadOne(int number, List<(int Line, string Text)> lines, string letter)
    {
        var draft = new ForeignDraft(number, lines[0].Line) { Kind = QuestionKind.Single };
        List<string> stem = [];
        foreach (var (_, text) in lines.SkipLast(1))
        {
            if (Option().Match(text) is { Success: true } option && option.Groups["letter"].Value.ToUpperInvariant()[0] - 'A' == draft.Options.Count)
            {
                draft.Options.Add(text[option.Length..].Trim());
            }
            else if (draft.Options.Count is 0)
            {
                stem.Add(text);
            }
            else
            {
                // An option that goes on in the next line.
                draft.Options[^1] += "\n" + text;
            }
        }

        draft.Stem = string.Join('\n', stem);
        draft.Right.Add(letter.ToUpperInvariant()[0] - 'A');
        if (draft.Options is [var yes, var no] && AnswerText.IsTrueFalse(yes, no))
        {
            draft.Kind = QuestionKind.TrueFalse;
        }
        else if (draft.Right[0] >= draft.Options.Count)
        {
            draft.Note(ForeignFault.AnswerOutOfRange, letter);
        }

        return draft.Finish();
    }

    [GeneratedRegex(@"^\s*(ANSWER|答案)\s*[:：]\s*(?<letter>[A-Za-z])\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^(?<letter>[A-Za-z])[.)、．）]\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
