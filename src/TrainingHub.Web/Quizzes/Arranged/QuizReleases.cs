using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>What of graded attempts may be told now.</summary>
public sealed class QuizReleases(Db db, FindArranged find, DayClock clock)
{
    /// <summary>Of one quiz; everything, for the quiz of a course.</summary>
    public async Task<ReleasePolicy.Released> OfAsync(string slug, CancellationToken cancel) =>
        await find.RunAsync(slug, cancel) is { } found ? await OfAsync(found.Quiz, found.Terms, cancel) : ReleasePolicy.Released.All;

    /// <summary>Slugs of the quizzes that the person handed in and of which something is not told yet.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="isTold">Whether what is asked about is released.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<string>> HeldAsync(Guid personId, Func<ReleasePolicy.Released, bool> isTold, CancellationToken cancel)
    {
        var taken = await db.Attempts.Where(attempt => attempt.PersonId == personId && attempt.CourseSlug == "" && attempt.SubmittedAt != null).Select(attempt => attempt.QuizSlug).Distinct().ToListAsync(cancel);
        var held = new List<string>();
        foreach (var slug in taken)
        {
            if (!isTold(await OfAsync(slug, cancel)))
            {
                held.Add(slug);
            }
        }

        return held;
    }

    public async Task<ReleasePolicy.Released> OfAsync(ArrangedQuiz quiz, QuizTerms terms, CancellationToken cancel) =>
        terms.Release == ReleasePolicy.Open ? ReleasePolicy.Released.All : terms.Release.On(await IsOverAsync(quiz, cancel));

    // Somebody was given more time: what the others are told would reach them too.
    private async Task<bool> IsOverAsync(ArrangedQuiz quiz, CancellationToken cancel)
    {
        if (quiz.Standing is QuizStanding.Published)
        {
            var added = await db.GroupAllowances.Where(group => group.QuizSlug == quiz.Slug && group.Minutes != null).SumAsync(group => group.Minutes, cancel) ?? 0;
            if (clock.Now <= quiz.ClosesAt.AddMinutes(added))
            {
                return false;
            }
        }

        return !await db.Attempts.AnyAsync(attempt => attempt.QuizSlug == quiz.Slug && attempt.SubmittedAt == null, cancel);
    }
}
