using TrainingHub.Questions;
using TrainingHub.Quizzes;

namespace TrainingHub.Sessions;

/// <summary>What was given on a paper for its written answers, read against their rubrics.</summary>
/// <param name="Points">Whole points by item, rounded down, never above the item's.</param>
/// <param name="Unmarked">Numbers of the items that were answered and for which nothing was given.</param>
/// <param name="Unreadable">Numbers of the items for which more, less or something else was given than the rubric has.</param>
public sealed record PaperMarks(IReadOnlyDictionary<int, int> Points, IReadOnlyList<int> Unmarked, IReadOnlyList<int> Unreadable)
{
    /// <param name="items">Of the paper.</param>
    /// <param name="questions">The versions on it, by hash.</param>
    /// <param name="answers">Of the sheet, by item.</param>
    /// <param name="given">By item, as an <see cref="AnswerMark"/> writes it; what is given for other kinds of questions is not looked at.</param>
    /// <exception cref="KeyNotFoundException">A question version of the paper is missing.</exception>
    public static PaperMarks Of(
        IEnumerable<PaperItem> items, IReadOnlyDictionary<string, QuestionVersion> questions, IReadOnlyDictionary<int, string> answers, IReadOnlyDictionary<int, string> given)
    {
        var (points, unmarked, unreadable) = (new Dictionary<int, int>(), new List<int>(), new List<int>());
        foreach (var item in items.Where(item => questions[item.QuestionHash].Prompt.Kind is QuestionKind.Written))
        {
            if (!given.TryGetValue(item.Number, out var text))
            {
                unmarked.AddRange(string.IsNullOrWhiteSpace(answers.GetValueOrDefault(item.Number)) ? [] : [item.Number]);
            }
            else if (AnswerMark.LinesOf(text) is { } lines && AnswerMark.PointsOf(questions[item.QuestionHash].Key.Rubric, lines, item.Points) is { } reached)
            {
                points[item.Number] = reached;
            }
            else
            {
                unreadable.Add(item.Number);
            }
        }

        return new PaperMarks(points, unmarked, unreadable);
    }

    /// <summary>Why a sheet that was typed in from paper is not taken with these marks, and of which items; null: it is.</summary>
    /// <param name="marker">Who gave them.</param>
    public (PaperMarksFault Fault, IReadOnlyList<int> Items)? FaultOf(string marker) =>
        Unreadable.Count > 0 ? (PaperMarksFault.Unreadable, Unreadable)
        : Unmarked.Count > 0 ? (PaperMarksFault.Unmarked, Unmarked)
        : Points.Count > 0 && marker.Length is 0 ? (PaperMarksFault.NoMarker, [])
        : null;
}
