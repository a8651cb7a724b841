using Microsoft.EntityFrameworkCore;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Tells the results of arranged quizzes whose score waits for the end of the window, once that is over. Nobody's request causes it, so a worker asks.</summary>
public sealed class TellReleased(Db db, Transactions transactions, TellResult tell, QuizReleases releases, DayClock clock)
{
    /// <summary>Results that became free longer ago are old news.</summary>
    private const int Days = 30;

    /// <returns>How many people were told.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (now, since) = (clock.Now, clock.Now.AddDays(-Days));
        var over = await (
            from quiz in db.ArrangedQuizzes.AsNoTracking()
            where quiz.ClosesAt <= now && quiz.ClosesAt >= since && (quiz.Standing == QuizStanding.Published || quiz.Standing == QuizStanding.Closed)
            let graded = db.Attempts.Count(attempt => attempt.QuizSlug == quiz.Slug && attempt.Passed != null)
            where graded > 0 && !db.ResultReleases.Any(release => release.QuizSlug == quiz.Slug && release.Told == graded)
            select new { Quiz = quiz, Graded = graded }).ToListAsync(cancel);
        var told = 0;
        foreach (var one in over)
        {
            if ((await releases.OfAsync(one.Quiz, TermsJson.Read(one.Quiz.Terms), cancel)).Score)
            {
                told += await TellAsync(one.Quiz.Slug, one.Graded, cancel);
            }
        }

        return told;
    }

    private async Task<int> TellAsync(string slug, int graded, CancellationToken cancel)
    {
        var (told, step) = (0, 0);
        do
        {
            step = await transactions.RunAsync(cancel => tell.ReleasedAsync(slug, cancel), cancel);
            told += step;
        }
        while (step > 0);

        await transactions.RunAsync(async cancel =>
        {
            if (await db.ResultReleases.SingleOrDefaultAsync(release => release.QuizSlug == slug, cancel) is { } known)
            {
                known.Told = graded;
            }
            else
            {
                db.ResultReleases.Add(new ResultRelease { QuizSlug = slug, Told = graded });
            }

            await db.SaveChangesAsync(cancel);
        }, cancel);
        return told;
    }
}
