using System.Diagnostics;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>A paper and what its saved answers are worth.</summary>
/// <param name="Items">In the order of the paper.</param>
public sealed record GradedPaper(IReadOnlyList<GradedItem> Items)
{
    /// <summary>Whole points reached.</summary>
    public int Points => Items.Sum(item => item.Points);

    /// <summary>How many items had an answer that counted.</summary>
    public int Answered => Items.Count(item => !item.Response.IsUnanswered);

    /// <summary>
    /// Grades against the question versions that were shown. Of each item the entry with the highest version that did not come late
    /// counts, whatever order the log is read in.
    /// </summary>
    /// <param name="items">The frozen paper.</param>
    /// <param name="questions">The versions on it, by hash.</param>
    /// <param name="log">The attempt's answers, or at least the newest that are not late.</param>
    /// <exception cref="KeyNotFoundException">A question version of the paper is missing.</exception>
    public static GradedPaper Of(
        IEnumerable<PaperItem> items, IReadOnlyDictionary<string, QuestionVersion> questions, IEnumerable<AnswerEntry> log)
    {
        var counting = log.Where(entry => !entry.IsLate).GroupBy(entry => entry.Item)
            .ToDictionary(entries => entries.Key, entries => entries.MaxBy(entry => entry.Version)?.Choice);
        return new GradedPaper([.. items.OrderBy(item => item.Number)
            .Select(item => Grade(item, questions[item.QuestionHash], counting.GetValueOrDefault(item.Number)))]);
    }

    private static GradedItem Grade(PaperItem item, QuestionVersion question, string? text) =>
        ResponseText.Parse(text, question.Prompt, item.OptionOrder) switch
        {
            ResponseOutcome.Parsed(var response) => new GradedItem(item, response, Grading.Points(question, item, response)),
            // An answer is read before it is saved.
            _ => throw new UnreachableException(),
        };
}
