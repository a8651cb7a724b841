using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Builds every graded paper again from its questions and its log of answers, and compares it with what was stored.</summary>
public sealed class CheckPapers(Db db, QuestionShelf questionShelf)
{
    private const int AtOnce = 500;

    /// <summary>Attempts looked at so far.</summary>
    public int Checked { get; private set; }

    /// <summary>Those that differ.</summary>
    public async IAsyncEnumerable<PaperDifference> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var slug in await db.Attempts.Select(attempt => attempt.QuizSlug).Distinct().OrderBy(slug => slug).ToListAsync(cancel))
        {
            var corrections = await CorrectedQuestions.ReadAsync(db, slug, cancel);
            var ids = await db.Attempts.Where(attempt => attempt.QuizSlug == slug && attempt.Points != null).OrderBy(attempt => attempt.StartedAt).Select(attempt => attempt.Id).ToListAsync(cancel);
            foreach (var step in ids.Chunk(AtOnce))
            {
                foreach (var difference in await CompareAsync(step, corrections, cancel))
                {
                    yield return difference;
                }

                Checked += step.Length;
            }
        }
    }

    private async Task<IReadOnlyList<PaperDifference>> CompareAsync(IReadOnlyList<Guid> ids, IReadOnlyDictionary<string, CorrectedKey> corrections, CancellationToken cancel)
    {
        var attempts = await db.Attempts.AsNoTracking().Where(attempt => ids.Contains(attempt.Id)).ToListAsync(cancel);
        var items = (await db.AttemptItems.AsNoTracking().Where(item => ids.Contains(item.AttemptId)).ToListAsync(cancel)).ToLookup(item => item.AttemptId);
        var answers = (await db.AnswerEntries.AsNoTracking().Where(entry => ids.Contains(entry.AttemptId)).ToListAsync(cancel)).ToLookup(entry => entry.AttemptId);
        var marks = await db.MarkedPointsAsync(ids, cancel);
        var shown = await questionShelf.QuestionsAsync([.. items.SelectMany(paper => paper).Select(item => item.QuestionHash).Distinct(StringComparer.Ordinal)], cancel);
        var questions = CorrectedQuestions.Over(shown, corrections);
        return
        [
            .. from attempt in attempts
               let paper = GradedPaper.Of(items[attempt.Id].Select(item => item.AsPaperItem()), questions, answers[attempt.Id], marks.GetValueOrDefault(attempt.Id))
               where attempt.Points != paper.Points || attempt.Answered != paper.Answered || attempt.Passed != attempt.IsPass(paper.Points)
               select new PaperDifference(attempt.Id, attempt.Points ?? 0, paper.Points, attempt.Answered ?? 0, paper.Answered),
        ];
    }
}
