using TrainingHub.Quizzes;

namespace TrainingHub.Sessions;

/// <summary>答卷: all answers of a session's paper as they were typed in or given once. Appended, never changed; the one with the highest number counts.</summary>
public sealed class PaperSheet
{
    public const int LongestReason = 200;
    public const int LongestMarker = 80;

    /// <summary>见纸质答卷: stands for a written answer that was marked on paper and whose words were not typed in.</summary>
    public const string OnPaper = "见纸质答卷";

    public required Guid PaperId { get; init; }

    /// <summary>From 1; above that it corrects the one before.</summary>
    public required int Number { get; init; }
    public required PaperMeans Means { get; init; }

    /// <summary>By item, each as a <see cref="Questions.Response"/> writes itself, letters as printed; items without an answer are left out.</summary>
    public required IReadOnlyDictionary<int, string> Answers { get; init; }

    /// <summary>评分: what was given for written answers, by item, each as an <see cref="AnswerMark"/> writes it.</summary>
    public IReadOnlyDictionary<int, string> Marks { get; init; } = new Dictionary<int, string>();

    /// <summary>评阅人: who marked the written answers, as signed on the paper; null where nothing was marked.</summary>
    public string? Marker { get; init; }

    /// <summary>Whether written answers have still to be marked: it was answered on the keeper's device.</summary>
    public bool WaitsForMarks { get; init; }

    /// <summary>Whole points, as they were graded when it was typed in.</summary>
    public required int Points { get; init; }

    /// <summary>The server's time, UTC.</summary>
    public required DateTime EnteredAt { get; init; }
    public required Guid EnteredBy { get; init; }

    /// <summary>Why the one before was corrected, or why it was not sat; null for the first that has answers.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the other one says the same answers.</summary>
    public bool HasSameAnswers(IReadOnlyDictionary<int, string> answers) => AreSame(Answers, answers);

    /// <summary>Whether the same was given for the same written answers.</summary>
    public bool HasSameMarks(IReadOnlyDictionary<int, string> marks) => AreSame(Marks, marks);

    /// <summary>The answer log that these sheets make: of each sheet what differs from the one before, so that nothing that was typed in is lost.</summary>
    public static IReadOnlyList<AnswerEntry> LogOf(IEnumerable<PaperSheet> sheets)
    {
        var (log, before) = (new List<AnswerEntry>(), (IReadOnlyDictionary<int, string>)new Dictionary<int, string>());
        foreach (var sheet in sheets.OrderBy(sheet => sheet.Number))
        {
            foreach (var item in before.Keys.Union(sheet.Answers.Keys).Order())
            {
                var text = sheet.Answers.GetValueOrDefault(item, "");
                if (!string.Equals(text, before.GetValueOrDefault(item, ""), StringComparison.Ordinal))
                {
                    log.Add(new AnswerEntry { AttemptId = sheet.PaperId, Item = item, Version = sheet.Number, Choice = text, SavedAt = sheet.EnteredAt, IsLate = false });
                }
            }

            before = sheet.Answers;
        }

        return log;
    }

    private static bool AreSame(IReadOnlyDictionary<int, string> one, IReadOnlyDictionary<int, string> other) =>
        one.Count == other.Count && other.All(entry => string.Equals(one.GetValueOrDefault(entry.Key), entry.Value, StringComparison.Ordinal));
}
