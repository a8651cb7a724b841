using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>Tells people that the result of their attempt can be seen, as soon as it may be told.</summary>
public sealed class TellResult(Db db, Notify notify, QuizReach quizzes, QuizReleases releases)
{
    /// <summary>The notice of a graded attempt; null while it is marked and while its score is not released.</summary>
    public async Task<NoticeDraft?> DraftAsync(Attempt attempt, CancellationToken cancel) =>
        attempt.Passed is null || (FindArranged.IsSlug(attempt.QuizSlug) && !(await releases.OfAsync(attempt.QuizSlug, cancel)).Score)
            ? null
            : DraftOf(attempt, await quizzes.TitleAsync(attempt.QuizSlug, cancel) ?? attempt.QuizSlug);

    /// <summary>Tells it in the caller's transaction, if it may be told.</summary>
    public async Task RunAsync(Attempt attempt, CancellationToken cancel)
    {
        if (await DraftAsync(attempt, cancel) is { } draft)
        {
            await notify.RunAsync([draft], cancel);
        }
    }

    /// <summary>The same of several at once.</summary>
    public async Task RunAsync(IReadOnlyCollection<Attempt> attempts, CancellationToken cancel)
    {
        var drafts = new List<NoticeDraft>(attempts.Count);
        foreach (var quiz in attempts.Where(attempt => attempt.Passed is not null).GroupBy(attempt => attempt.QuizSlug, StringComparer.Ordinal))
        {
            if (!FindArranged.IsSlug(quiz.Key) || (await releases.OfAsync(quiz.Key, cancel)).Score)
            {
                var title = await quizzes.TitleAsync(quiz.Key, cancel) ?? quiz.Key;
                drafts.AddRange(quiz.Select(attempt => DraftOf(attempt, title)));
            }
        }

        await notify.RunAsync(drafts, cancel);
    }

    /// <summary>Tells it of attempts that waited for the end of the window, some after the other. Whoever was told is passed over.</summary>
    /// <returns>How many were told.</returns>
    public async Task<int> ReleasedAsync(string slug, CancellationToken cancel)
    {
        const int AtOnce = 200;
        var title = await quizzes.TitleAsync(slug, cancel) ?? slug;
        var waiting = await db.Attempts.AsNoTracking()
            .Where(attempt => attempt.QuizSlug == slug && attempt.Passed != null
                && !db.Notices.Any(notice => notice.PersonId == attempt.PersonId && notice.Key == "result:" + slug + ":" + attempt.Number))
            .OrderBy(attempt => attempt.Id).Take(AtOnce).ToListAsync(cancel);
        return await notify.RunAsync(waiting.ConvertAll(attempt => DraftOf(attempt, title)), cancel);
    }

    private static NoticeDraft DraftOf(Attempt attempt, string title) => new(
        attempt.PersonId, NoticeKind.Result,
        string.Create(CultureInfo.InvariantCulture, $"result:{attempt.QuizSlug}:{attempt.Number}"),
        string.Create(CultureInfo.InvariantCulture, $"/quizzes/{attempt.QuizSlug}/attempts/{attempt.Number}"))
    {
        About = title,
    };
}
