using System.Diagnostics;
using System.Text;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Writes GIFT. What it has no field for stands in tags in the comment before a question, as Moodle writes them.</summary>
internal static class GiftWriter
{
    public static string Write(IEnumerable<ForeignQuestion> questions)
    {
        var text = new StringBuilder();
        foreach (var question in questions)
        {
            text.Append("// [id:").Append(Comment(question.Id)).Append(']');
            foreach (var tag in ExchangeTags.Of(question))
            {
                text.Append(" [tag:").Append(Comment(tag)).Append(']');
            }

            text.Append('\n');
            Append(text, question);
            text.Append("\n\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ForeignQuestion question)
    {
        var (before, after) = (question.Stem, "");
        if (question.Kind is QuestionKind.FillIn)
        {
            // The gap itself is where the answers stand.
            var gap = ForeignRule.Gap().Match(question.Stem);
            (before, after) = (question.Stem[..gap.Index], question.Stem[(gap.Index + gap.Length)..]);
        }

        text.Append("::").Append(GiftText.Write(question.Id)).Append("::[plain]").Append(GiftText.Write(before)).Append('{').Append(Answers(question));
        if (question.Explanation.Length > 0)
        {
            text.Append("####").Append(GiftText.Write(question.Explanation));
        }

        text.Append('}').Append(GiftText.Write(after));
    }

    private static string Answers(ForeignQuestion question) => question.Kind switch
    {
        QuestionKind.TrueFalse => question.Right is [0] ? "TRUE" : "FALSE",
        QuestionKind.Single => "\n" + string.Concat(question.Options.Index().Select(option => $"  {(question.Right.Contains(option.Index) ? '=' : '~')}{GiftText.Write(option.Item)}\n")),
        QuestionKind.Multiple => "\n" + string.Concat(question.Options.Index().Select(option => $"  ~%{MoodleWeight.Of(question, option.Index)}%{GiftText.Write(option.Item)}\n")),
        QuestionKind.Matching => "\n" + string.Concat(PairsOf(question).Select(pair => $"  ={GiftText.Write(pair.Option)} -> {GiftText.Write(pair.Target)}\n")),
        QuestionKind.FillIn when question.Blanks[0].Value is { } value => $"#{BlankText.Write(value)}:{BlankText.Write(question.Blanks[0].Tolerance)}",
        QuestionKind.FillIn => string.Join(' ', question.Blanks[0].Accepted.Select(word => "=" + GiftText.Write(word).Replace("*", "\\*", StringComparison.Ordinal))),
        _ => throw new UnreachableException(),
    };

    /// <summary>Each option with its target, then the targets that belong to none.</summary>
    public static IEnumerable<(string Option, string Target)> PairsOf(ForeignQuestion question) =>
        question.Options.Zip(question.Pairs, (option, pair) => (option, question.Targets[pair]))
            .Concat(question.Targets.Index().Where(target => !question.Pairs.Contains(target.Index)).Select(target => ("", target.Item)));

    private static string Comment(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal).Replace('\n', '\u2028');
}
