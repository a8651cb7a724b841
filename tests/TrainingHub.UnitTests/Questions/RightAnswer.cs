using System.Globalization;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

/// <summary>What somebody sends who knows the key.</summary>
internal static class RightAnswer
{
    public static string Of(QuestionVersion question, PaperItem item)
    {
        var (prompt, key) = (question.Prompt, question.Key);
        return prompt.Kind switch
        {
            QuestionKind.FillIn => string.Join('\n', key.Blanks.Select(blank => blank.Accepted is [var word, ..] ? OneLine(word) : blank.Value?.ToString(CultureInfo.InvariantCulture) + (blank.Units is [var unit, ..] ? unit : ""))),
            QuestionKind.Ordering => string.Concat(Enumerable.Range(0, prompt.Options.Count).Select(step => Letter(item, step))),
            QuestionKind.Matching => string.Concat(key.Pairs.Select(target => Letter(item, target))),
            QuestionKind.Judgement => $"{key.Level};{(key.CorrectOptions is [var clause, ..] ? Letter(item, clause) : "")};95",
            _ => Choice.Of(key.CorrectOptions, item.OptionOrder).ToString(),
        };
    }

    // An answer has one line a blank; white space does not count.
    private static string OneLine(string word) => word.ReplaceLineEndings(" ");

    private static char Letter(PaperItem item, int index) => (char)('A' + item.OptionOrder.Index().First(place => place.Item == index).Index);
}
