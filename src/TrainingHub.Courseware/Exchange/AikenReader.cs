using System.Text.RegularExpressions;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Reads Aiken: the question, options beginning with a letter, a line <c>ANSWER: B</c>.</summary>
internal static partial class AikenReader
{
    public static bool LooksLikeIt(string text) => Answer().IsMatch(text);

    /// <summary>Whether a line would be taken for an option, for the answer or for its explanation.</summary>
    public static bool IsPartOfFormat(string line) => Option().IsMatch(line) || Ending().IsMatch(line) || Why().IsMatch(line);

    public static IEnumerable<ForeignQuestion> Read(string text)
    {
        var (line, number) = (0, 0);
        One? one = null;
        ForeignQuestion? ended = null;
        var isAfterGap = false;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            line++;
            var trimmed = ForeignDraft.Clean(raw);
            if (trimmed.Length is 0)
            {
                isAfterGap = true;
                continue;
            }

            if (ended is not null)
            {
                // Some editors write below the answer why it is right.
                var why = Why().Match(trimmed);
                yield return why.Success ? Explained(ended, trimmed[why.Length..]) : ended;
                ended = null;
                if (why.Success)
                {
                    isAfterGap = false;
                    continue;
                }
            }

            if (one is not null && isAfterGap && one.EndsBefore(trimmed))
            {
                yield return one.Broken("ANSWER:");
                one = null;
            }

            one ??= new One(++number, line);
            isAfterGap = false;
            if (Ending().IsMatch(trimmed))
            {
                ended = one.End(trimmed);
                one = null;
            }
            else
            {
                one.Add(trimmed);
            }
        }

        if (ended is not null)
        {
            yield return ended;
        }

        if (one is not null)
        {
            yield return one.Broken("ANSWER:");
        }
    }

    private static ForeignQuestion Explained(ForeignQuestion question, string why) => question with
    {
        Explanation = why,
        Problems = [.. question.Problems.Where(problem => why.Length is 0 || problem.Fault is not ForeignFault.ExplanationMissing)],
    };

    private sealed class One(int number, int line)
    {
        private readonly ForeignDraft draft = new(number, line);
        private readonly List<string> stem = [];
        private bool isBroken;

        /// <summary>After an empty line: whether this begins another question, so that this one has no answer.</summary>
        public bool EndsBefore(string text) => draft.Options.Count > 0 && !Ending().IsMatch(text) && PlaceOf(text) != draft.Options.Count;

        public void Add(string text)
        {
            if (PlaceOf(text) is { } place && place == draft.Options.Count)
            {
                draft.Options.Add(text[Option().Match(text).Length..].Trim());
            }
            else if (draft.Options.Count is 0)
            {
                stem.Add(text);
            }
            else if (PlaceOf(text) is not null)
            {
                // A letter out of its order: an option is missing, or the answer of the question before.
                isBroken = true;
                draft.Note(ForeignFault.Malformed, text);
            }
            else
            {
                // An option that goes on in the next line.
                draft.Options[^1] += "\n" + text;
            }
        }

        public ForeignQuestion Broken(string why)
        {
            draft.Stem = string.Join('\n', stem);
            draft.Note(ForeignFault.Malformed, why);
            return draft.Finish();
        }

        public ForeignQuestion End(string text)
        {
            if (isBroken || Answer().Match(text) is not { Success: true } answer)
            {
                return Broken(text);
            }

            var letter = answer.Groups["letter"].Value;
            draft.Kind = QuestionKind.Single;
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
    }

    private static int? PlaceOf(string text) => Option().Match(text) is { Success: true } option ? option.Groups["letter"].Value.ToUpperInvariant()[0] - 'A' : null;

    [GeneratedRegex(@"^\s*(ANSWER|(正确)?答案)\s*[:：]\s*(?<letter>[A-Za-z])\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^(答案)?(解析|EXPLANATION|RATIONALE|FEEDBACK)\s*[:：]\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Why();

    [GeneratedRegex(@"^(ANSWER|(正确)?答案)\s*[:：]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^((?<letter>[A-Z])[.)、．）]\s*|(?<letter>[a-z])[.)、．）](\s+|(?=\P{IsBasicLatin})|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
