using System.Globalization;
using System.Text.RegularExpressions;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Reads Moodle's GIFT: questions are parted by blank lines, answers stand in braces.</summary>
internal static partial class GiftReader
{
    public static IEnumerable<ForeignQuestion> Read(string text, PictureBag bag)
    {
        var (number, category) = (0, "");
        foreach (var block in BlocksOf(text))
        {
            if (block.Text.StartsWith("$CATEGORY:", StringComparison.OrdinalIgnoreCase))
            {
                category = CategoryOf(block.Text["$CATEGORY:".Length..]);
                continue;
            }

            var draft = new ForeignDraft(++number, block.Line) { Category = category };
            ReadComments(draft, block.Comments);
            ReadBlock(draft, GiftText.Hide(block.Text), bag);
            yield return draft.Finish();
        }
    }

    /// <summary>A path as Moodle writes it, without what stands for its course; a slash within a name is written twice.</summary>
    public static string CategoryOf(string path)
    {
        string[] names = [.. path.Trim().Replace("//", "\u0001", StringComparison.Ordinal).Split('/').Select(name => name.Replace('\u0001', '／').Trim())];
        return string.Join('/', names.Where(name => name.Length > 0 && name is not "top" && !name.StartsWith('$')));
    }

    private sealed record Block(int Line, string Text, IReadOnlyList<string> Comments);

    private static IEnumerable<Block> BlocksOf(string text)
    {
        List<string> lines = [];
        List<string> comments = [];
        var (line, first, own) = (0, 0, 0);
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            line++;
            var trimmed = raw.Trim();
            if (trimmed.StartsWith("//", StringComparison.Ordinal))
            {
                comments.Add(trimmed[2..]);
                continue;
            }

            var isCategory = trimmed.StartsWith("$CATEGORY:", StringComparison.OrdinalIgnoreCase);
            if (trimmed.StartsWith("::", StringComparison.Ordinal) && IsWhole(lines))
            {
                // The next name without a blank line before it, as teachers type; what was remarked since the last line is of that question.
                yield return new Block(first, string.Join('\n', lines).Trim(), comments[..own]);
                lines.Clear();
                comments.RemoveRange(0, own);
            }

            if (trimmed.Length > 0 && !isCategory)
            {
                first = lines.Count is 0 ? line : first;
                lines.Add(raw);
                own = comments.Count;
                continue;
            }

            if (lines.Count > 0)
            {
                yield return new Block(first, string.Join('\n', lines).Trim(), [.. comments]);
                lines.Clear();
                comments.Clear();
            }

            if (isCategory)
            {
                yield return new Block(line, trimmed, []);
                comments.Clear();
            }
        }
    }

    // Whether there are answers, and their braces are closed.
    private static bool IsWhole(List<string> lines)
    {
        var text = lines.Count is 0 ? "" : GiftText.Hide(string.Join('\n', lines)).TrimEnd();
        return text.EndsWith('}') && text.Count(sign => sign is '{') == text.Count(sign => sign is '}');
    }

    // [id:fire-01] [tag:疏散] in the comment before a question, as Moodle writes them.
    private static void ReadComments(ForeignDraft draft, IReadOnlyList<string> comments)
    {
        foreach (var mark in comments.SelectMany(comment => CommentMark().Matches(comment)))
        {
            var value = ForeignDraft.Clean(Escaped().Replace(mark.Groups["value"].Value, "${sign}").Replace('\u2028', '\n'));
            if (mark.Groups["name"].Value is "id")
            {
                draft.Id = value;
            }
            else if (value.Length > 0)
            {
                draft.Tags.Add(value);
            }
        }
    }

    private static void ReadBlock(ForeignDraft draft, string text, PictureBag bag)
    {
        var (name, rest) = NameOf(text);
        draft.Id = draft.Id.Length is 0 && BankIds.IsId(name) ? name : draft.Id;
        var (format, body) = FormatOf(rest, "moodle");
        var (open, close) = (body.IndexOf('{', StringComparison.Ordinal), body.IndexOf('}', StringComparison.Ordinal));
        if (open < 0 && close < 0)
        {
            draft.Stem = Text(draft, format, body);
            draft.Note(ForeignFault.Unsupported, "description");
            return;
        }

        if (open < 0 || close < open)
        {
            draft.Stem = Text(draft, format, body);
            draft.Note(ForeignFault.Malformed, close < 0 ? "}" : "{");
            return;
        }

        var (before, inside, after) = (body[..open], body[(open + 1)..close], body[(close + 1)..]);
        if (inside.Contains('{', StringComparison.Ordinal) || after.Contains('{', StringComparison.Ordinal) || after.Contains('}', StringComparison.Ordinal))
        {
            draft.Stem = Text(draft, format, before);
            draft.Note(ForeignFault.Malformed, "{ }");
            return;
        }

        ReadAnswers(draft, format, inside.Trim());
        var gap = after.Trim().Length > 0 && draft.Kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.FillIn ? ForeignDraft.Blank : "";
        List<FoundPicture> pictures = [];
        draft.Stem = Text(draft, format, gap.Length > 0 || after.Trim().Length is 0 ? before + gap + after : $"{before.TrimEnd()} {after.TrimStart()}", pictures);

        // A text file brings no pictures but those that stand in it as text.
        draft.TakePicture(pictures, picture => bag.Take(draft, picture, PictureBag.DataOf(picture.Address)));
    }

    private static (string Name, string After) NameOf(string text)
    {
        if (text.StartsWith("::", StringComparison.Ordinal) && text.IndexOf("::", 2, StringComparison.Ordinal) is > 0 and var end)
        {
            return (GiftText.Show(text[2..end]).Trim(), text[(end + 2)..].TrimStart());
        }

        return ("", text);
    }

    private static (string Format, string After) FormatOf(string text, string otherwise) =>
        Format().Match(text) is { Success: true } found ? (found.Groups["format"].Value.ToLowerInvariant(), text[found.Length..]) : (otherwise, text);

    private static void ReadAnswers(ForeignDraft draft, string format, string answers)
    {
        if (answers.IndexOf("####", StringComparison.Ordinal) is >= 0 and var general)
        {
            draft.Explanation = FeedbackText(draft, format, answers[(general + 4)..]);
            answers = answers[..general].Trim();
        }

        if (answers.Length is 0)
        {
            draft.Kind = QuestionKind.Written;
        }
        else if (answers[0] is '#')
        {
            ReadNumbers(draft, format, answers[1..].Trim());
        }
        else if (answers[0] is '>' or '%' && OrderingHead().IsMatch(answers))
        {
            draft.Note(ForeignFault.Unsupported, "ordering (GIFT)");
        }
        else if (answers.Contains('~', StringComparison.Ordinal))
        {
            ReadChoices(draft, format, answers);
        }
        else if (answers[0] is '=')
        {
            ReadWords(draft, format, answers);
        }
        else if (TrueFalse().Match(answers) is { Success: true } said)
        {
            ReadTrueFalse(draft, format, said.Groups["word"].Value, answers[said.Length..]);
        }
        else
        {
            draft.Note(ForeignFault.Malformed, GiftText.Show(answers));
        }
    }

    private static void ReadTrueFalse(ForeignDraft draft, string format, string word, string feedback)
    {
        var isTrue = word.ToUpperInvariant() is "T" or "TRUE";
        draft.Kind = QuestionKind.TrueFalse;
        draft.Right.Add(isTrue ? 0 : 1);
        var parts = feedback.Split('#', StringSplitOptions.TrimEntries);
        foreach (var part in parts.Skip(1).Where(part => part.Length > 0))
        {
            var isOfWrong = Array.IndexOf(parts, part) is 1;
            draft.Join(isOfWrong ? "答错" : "答对", FeedbackText(draft, format, part));
        }
    }

    private static void ReadChoices(ForeignDraft draft, string format, string answers)
    {
        var (best, hasPart) = (0, false);
        List<(int Place, decimal Weight, string Feedback)> read = [];
        foreach (var answer in AnswersOf(answers))
        {
            List<FoundPicture> pictures = [];
            var option = Text(draft, format, answer.Text, pictures);
            draft.RefusePictures(pictures);
            read.Add((draft.Options.Count, answer.Weight, FeedbackText(draft, format, answer.Feedback)));
            draft.Options.Add(option);
            best += answer.IsRight ? 1 : 0;
            hasPart |= answer is { IsRight: false, Weight: > 0 };
        }

        if (best > 0)
        {
            draft.Kind = QuestionKind.Single;
            draft.Right.AddRange(read.Where(option => option.Weight >= 100).Select(option => option.Place));
            if (hasPart)
            {
                draft.Note(ForeignFault.WeightsDropped);
            }
        }
        else
        {
            TakeWeighted(draft, [.. read.Select(option => option.Weight)]);
        }

        foreach (var (place, _, feedback) in read)
        {
            draft.Join(ForeignDraft.Quote(draft.Options[place]), feedback);
        }
    }

    /// <summary>Several right answers, by their weights: what earns something is right. Uneven weights are not kept.</summary>
    public static void TakeWeighted(ForeignDraft draft, IReadOnlyList<decimal> weights)
    {
        draft.Right.AddRange(weights.Index().Where(weight => weight.Item > 0).Select(weight => weight.Index));
        draft.Kind = draft.Right.Count is 1 ? QuestionKind.Single : QuestionKind.Multiple;
        if (draft.Right.Count is 1)
        {
            draft.Note(ForeignFault.TakenAsSingle);
        }
        else if (weights.Where(weight => weight > 0).Distinct().Skip(1).Any())
        {
            draft.Note(ForeignFault.WeightsDropped);
        }
    }

    private static void ReadWords(ForeignDraft draft, string format, string answers)
    {
        var read = AnswersOf(answers).ToList();
        if (read.Exists(answer => answer.Text.Contains("->", StringComparison.Ordinal)) && read.Find(answer => !answer.Text.Contains("->", StringComparison.Ordinal)) is { } alone)
        {
            draft.Note(ForeignFault.Malformed, GiftText.Show(alone.Text));
            return;
        }

        if (read.TrueForAll(answer => answer.Text.Contains("->", StringComparison.Ordinal)))
        {
            draft.Kind = QuestionKind.Matching;
            foreach (var answer in read)
            {
                var arrow = answer.Text.IndexOf("->", StringComparison.Ordinal);
                draft.Pair(Text(draft, format, answer.Text[..arrow]), Text(draft, format, answer.Text[(arrow + 2)..]));
            }

            return;
        }

        draft.Kind = QuestionKind.FillIn;
        if (read.Exists(answer => answer.Weight is < 100 and > 0))
        {
            draft.Note(ForeignFault.WeightsDropped);
        }

        var words = read.Where(answer => answer.Weight >= 100).Select(answer => WordOf(draft, Text(draft, format, answer.Text))).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal);
        draft.Blanks = [new BlankKey { Accepted = [.. words] }];
        foreach (var answer in read)
        {
            draft.Join(ForeignDraft.Quote(Text(draft, format, answer.Text)), FeedbackText(draft, format, answer.Feedback));
        }
    }

    /// <summary>An asterisk stands for anything in Moodle, unless a backslash is before it: that is no answer which could be compared.</summary>
    public static string WordOf(ForeignDraft draft, string word)
    {
        if (word.Replace("\\*", "", StringComparison.Ordinal).Contains('*', StringComparison.Ordinal))
        {
            draft.Note(ForeignFault.AnswerUnknown, word);
        }

        return word.Replace("\\*", "*", StringComparison.Ordinal);
    }

    private static void ReadNumbers(ForeignDraft draft, string format, string answers)
    {
        draft.Kind = QuestionKind.FillIn;
        List<BlankKey> numbers = [];
        foreach (var answer in answers.Contains('=', StringComparison.Ordinal) ? AnswersOf(answers) : [AnswerOf("=" + answers)])
        {
            draft.Join(ForeignDraft.Quote(GiftText.Show(answer.Text).Trim()), FeedbackText(draft, format, answer.Feedback));
            if (answer.Weight is < 100 and > 0)
            {
                draft.Note(ForeignFault.WeightsDropped);
            }
            else if (answer.IsRight && NumberOf(GiftText.Show(answer.Text).Trim()) is { } number)
            {
                numbers.Add(number);
            }
            else if (answer.IsRight)
            {
                draft.Note(ForeignFault.AnswerUnknown, GiftText.Show(answer.Text).Trim());
            }
        }

        TakeNumbers(draft, numbers);
    }

    /// <summary>One number, or several that are exact: then their digits are what is taken.</summary>
    public static void TakeNumbers(ForeignDraft draft, IReadOnlyList<BlankKey> numbers)
    {
        if (numbers.Count > 1 && numbers.Any(number => number.Tolerance > 0))
        {
            draft.Note(ForeignFault.AnswerNotOne);
        }

        draft.Blanks = numbers switch
        {
            [] => [new BlankKey()],
            [var only] => [only],
            _ => [new BlankKey { Accepted = [.. numbers.Select(number => BlankText.Write(number.Value ?? 0)).Distinct(StringComparer.Ordinal)] }],
        };
    }

    /// <summary><c>1822</c>, <c>1822:5</c> or <c>1817..1827</c>, both ends included.</summary>
    public static BlankKey? NumberOf(string text)
    {
        if (text.IndexOf("..", StringComparison.Ordinal) is > 0 and var dots)
        {
            return BlankText.Number(text[..dots].Trim()) is { } from && BlankText.Number(text[(dots + 2)..].Trim()) is { } until && from <= until && IsModest(from) && IsModest(until)
                ? new BlankKey { Value = (from + until) / 2, Tolerance = (until - from) / 2 }
                : null;
        }

        var parts = text.Split(':');
        return parts.Length <= 2 && BlankText.Number(parts[0].Trim()) is { } value && (parts.Length is 1 ? 0 : BlankText.Number(parts[1].Trim())) is { } tolerance and >= 0
            ? new BlankKey { Value = value, Tolerance = tolerance }
            : null;
    }

    private static bool IsModest(decimal number) => Math.Abs(number) < 1_000_000_000_000_000m;

    private sealed record Answer(bool IsRight, decimal Weight, string Text, string Feedback);

    private static IEnumerable<Answer> AnswersOf(string answers)
    {
        var from = -1;
        for (var at = 0; at <= answers.Length; at++)
        {
            if (at == answers.Length || answers[at] is '~' or '=')
            {
                // ~= is an old way to write =.
                if (from >= 0 && !(answers[from] is '~' && at < answers.Length && answers[at] is '=' && answers.AsSpan(from + 1, at - from - 1).IsWhiteSpace()))
                {
                    yield return AnswerOf(answers[from..at]);
                }

                from = at;
            }
        }
    }

    // ~%50%text#feedback, or =text#feedback.
    private static Answer AnswerOf(string answer)
    {
        var isRight = answer[0] is '=';
        var weight = isRight ? 100m : 0m;
        var text = answer[1..].Trim();
        if (Weight().Match(text) is { Success: true } said && decimal.TryParse(said.Groups["weight"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent))
        {
            weight = percent;
            isRight &= percent >= 100;
            text = text[said.Length..].Trim();
        }

        var hash = text.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? new Answer(isRight, weight, text, "") : new Answer(isRight, weight, text[..hash].Trim(), text[(hash + 1)..].Trim());
    }

    private static string Text(ForeignDraft draft, string format, string text, List<FoundPicture>? pictures = null)
    {
        var (own, rest) = FormatOf(text.Trim(), format);
        return MarkedText.Read(draft, own, GiftText.Show(rest), pictures);
    }

    private static string FeedbackText(ForeignDraft draft, string format, string text) => text.Length is 0 ? "" : Text(draft, format, text);

    [GeneratedRegex(@"^\[(?<format>html|markdown|moodle|plain)\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Format();

    [GeneratedRegex(@"^%(?<weight>[+-]?\d{1,3}(\.\d{1,7})?)%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Weight();

    [GeneratedRegex(@"^(?<word>T|TRUE|F|FALSE)\s*(?=#|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TrueFalse();

    [GeneratedRegex(@"^[>%]\s*\d*\s*(ALL|ABSOLUTE|RELATIVE|EXACT|REL|LONGEST|HORIZONTAL|VERTICAL)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OrderingHead();

    [GeneratedRegex(@"\[(?<name>id|tag):(?<value>(\\.|[^\]\\])*)\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommentMark();

    [GeneratedRegex(@"\\(?<sign>.)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();
}
