using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Papers with their answers, graded twice: by the keys that held before a regrade and by those that hold with it.</summary>
public sealed class RegradePapers(Db db, QuestionShelf questionShelf)
{
    /// <summary>The graded attempts that have the question, those of a person one after the other.</summary>
    public async Task<IReadOnlyList<(Guid AttemptId, Guid PersonId)>> AttemptsAsync(Regrade regrade, CancellationToken cancel)
    {
        var (slug, hash) = (regrade.QuizSlug, regrade.QuestionHash);
        var rows = await db.Attempts.Where(attempt => attempt.QuizSlug == slug && attempt.Points != null
                && db.AttemptItems.Any(item => item.AttemptId == attempt.Id && item.QuestionHash == hash))
            .OrderBy(attempt => attempt.PersonId).ThenBy(attempt => attempt.Number)
            .Select(attempt => new { attempt.Id, attempt.PersonId }).ToListAsync(cancel);
        return rows.ConvertAll(row => (row.Id, row.PersonId));
    }

    /// <summary>Whole points of each paper, before and with the regrade.</summary>
    public async Task<IReadOnlyDictionary<Guid, (int Before, int After)>> GradeAsync(Regrade regrade, IReadOnlyCollection<Guid> attemptIds, CancellationToken cancel)
    {
        var items = (await db.AttemptItems.AsNoTracking().Where(item => attemptIds.Contains(item.AttemptId)).ToListAsync(cancel)).ToLookup(item => item.AttemptId);
        var answers = (await db.AnswerEntries.AsNoTracking().Where(entry => attemptIds.Contains(entry.AttemptId) && !entry.IsLate).ToListAsync(cancel))
            .ToLookup(entry => entry.AttemptId);
        var marks = await db.MarkedPointsAsync(attemptIds, cancel);
        var (before, after) = await QuestionsAsync(regrade, [.. items.SelectMany(paper => paper).Select(item => item.QuestionHash).Distinct(StringComparer.Ordinal)], cancel);
        return attemptIds.ToDictionary(id => id, id => (Points(id, before), Points(id, after)));

        int Points(Guid id, IReadOnlyDictionary<string, QuestionVersion> questions) =>
            GradedPaper.Of(items[id].Select(item => item.AsPaperItem()), questions, answers[id], marks.GetValueOrDefault(id)).Points;
    }

    private async Task<(IReadOnlyDictionary<string, QuestionVersion> Before, IReadOnlyDictionary<string, QuestionVersion> After)> QuestionsAsync(
        Regrade regrade, IReadOnlyCollection<string> hashes, CancellationToken cancel)
    {
        var shown = await questionShelf.QuestionsAsync(hashes, cancel);
        var holding = await CorrectedQuestions.ReadAsync(db, regrade.QuizSlug, cancel);
        return (CorrectedQuestions.Over(shown, With(regrade.Former)), CorrectedQuestions.Over(shown, With(regrade.Correction)));

        Dictionary<string, CorrectedKey> With(string? correction)
        {
            var keys = holding.Where(pair => !string.Equals(pair.Key, regrade.QuestionHash, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
            if (CorrectionJson.Read(correction) is { } corrected)
            {
                keys[regrade.QuestionHash] = corrected;
            }

            return keys;
        }
    }
}
