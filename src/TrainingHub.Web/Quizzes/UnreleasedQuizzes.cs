using Microsoft.EntityFrameworkCore;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>Quizzes that somebody has handed in and whose answers are not released to them yet.</summary>
public sealed class UnreleasedQuizzes(Db db, QuizReleases releases)
{
    /// <summary>Their slugs.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(Guid personId, CancellationToken cancel)
    {
        var taken = await db.Attempts.Where(attempt => attempt.PersonId == personId && attempt.CourseSlug == "" && attempt.SubmittedAt != null).Select(attempt => attempt.QuizSlug).Distinct().ToListAsync(cancel);
        var kept = new List<string>();
        foreach (var slug in taken)
        {
            if (!(await releases.OfAsync(slug, cancel)).Answers)
            {
                kept.Add(slug);
            }
        }

        return kept;
    }
}
