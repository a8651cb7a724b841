using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>Reads that several actions and pages of this folder share.</summary>
internal static class QuizRows
{
    extension(FinishedLessons finished)
    {
        /// <summary>How many lessons the person has still to finish before this quiz; only the quiz that completes a course asks for them.</summary>
        public async Task<int> LeftBeforeAsync(Guid personId, ShelfQuiz found, CancellationToken cancel) =>
            string.Equals(found.Course.Manifest.QuizSlug, found.Quiz.Slug, StringComparison.Ordinal)
                ? found.Course.Manifest.Lessons.Select(lesson => lesson.Slug).Except(await finished.OfAsync(personId, found.Course, cancel), StringComparer.Ordinal).Count()
                : 0;
    }

    extension(Db db)
    {
        /// <summary>Of each item the answer that counts: the highest version that was not late.</summary>
        public Task<List<AnswerEntry>> CountingAnswersAsync(Guid attemptId, CancellationToken cancel) =>
            db.AnswerEntries.AsNoTracking().Where(entry => entry.AttemptId == attemptId && !entry.IsLate
                && !db.AnswerEntries.Any(later => later.AttemptId == attemptId && later.Item == entry.Item && !later.IsLate && later.Version > entry.Version))
                .ToListAsync(cancel);

        public Task<List<AttemptItem>> PaperAsync(Guid attemptId, CancellationToken cancel) =>
            db.AttemptItems.AsNoTracking().Where(item => item.AttemptId == attemptId).OrderBy(item => item.Number).ToListAsync(cancel);
    }
}
