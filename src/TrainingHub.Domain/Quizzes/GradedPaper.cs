using System.Diagnostics;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>A paper and what its saved answers are worth.</summary>
/// <param name="Items">In the order of the paper.</param>
public sealed record GradedPaper(IReadOnlyList<GradedItem> Items)
{
    /// <summary>Whole points reached.</summary>
    public int Points => Items.Sum(item => item.Points);

    /// <summary>Whether a written answer has still to be marked; until then nobody has passed or failed.</summary>
    public bool WaitsForMarks => Items.Any(item => item.WaitsForMark);

    /// <summary>How many items had an answer that counted.</summary>
    public int Answered => Items.Count(item => !item.Response.IsUnanswered);

    /// <summary>
    /// Grades against the question versions that were shown. Of each item the entry with the highest version that did not come late
    /// counts, whatever order the log is read in.
    /// </summary>
    /// <param name="items">The frozen paper.</param>
    /// <param name="questions">The versions on it, by hash.</param>
    /// <param name="log">The attempt's answers, or at least the newest that are not late.</param>
    /// <param name="marks">Points given for written answers, by item.</param>
    /// <exception cref="KeyNotFoundException">A question version of the paper is missing.</exception>
    public static GradedPaper Of(
        IEnumerable<PaperItem> items, IReadOnlyDictionary<string, QuestionVersion> questions, IEnumerable<AnswerEntry> log, IReadOnlyDictionary<int, int>? marks = null)
    {
        var counting = log.Where(entry => !entry.IsLate).GroupBy(entry => entry.Item)
            .ToDictionary(entries => entries.Key, entries => entries.MaxBy(entry => entry.Version)?.Choice);
        return new GradedPaper([.. items.OrderBy(item => item.Number)
            .Select(item => Marked(Grade(item, questions[item.QuestionHash], counting.GetValueOrDefault(item.Number)), marks))]);
    }

    private static GradedItem Grade(PaperItem item, QuestionVersion question, string? text) =>
        ResponseText.Parse(text, question.Prompt, item.OptionOrder) switch
        {
            ResponseOutcome.Parsed(var response) => new GradedItem(item, response, Grading.Points(question, item, response)),
            // An answer is read before it is saved.
            _ => throw new UnreachableException(),
        };

    private static GradedItem Marked(GradedItem graded, IReadOnlyDictionary<int, int>? marks) =>
        graded.Response is not Response.Written ? graded
        : marks is not null && marks.TryGetValue(graded.Item.Number, out var points) ? graded with { Points = Math.Clamp(points, 0, graded.Item.Points) }
        : graded with { WaitsForMark = true };
}
