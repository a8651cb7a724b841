using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>What a person sees of a quiz before starting.</summary>
public sealed class QuizIntroQuery(Db db, FinishedLessons lessons, CourseShelf shelf, CurrentBank bank, SubmitAttempt submit, CurrentPerson current, DayClock clock)
{
    /// <summary>The page; null when there is no such quiz.</summary>
    public async Task<QuizIntroPage?> RunAsync(Guid personId, string slug, CancellationToken cancel)
    {
        if (await shelf.FindQuizAsync(slug, cancel) is not { } found)
        {
            return null;
        }

        await submit.FinishOverdueAsync(personId, slug, cancel);
        var attempts = await db.Attempts.AsNoTracking().Where(a => a.PersonId == personId && a.QuizSlug == slug)
            .OrderByDescending(a => a.Number).ToListAsync(cancel);
        var open = attempts.Find(attempt => attempt.SubmittedAt is null);
        return new QuizIntroPage
        {
            Quiz = found.Quiz,
            Title = QuizWords.InLanguage(found.Quiz.Title, found.Quiz.TitleEn),
            CourseSlug = found.Course.Slug,
            CourseTitle = QuizWords.InLanguage(found.Course.Manifest.Title, found.Course.Manifest.TitleEn),
            PassPoints = QuizWords.PassPoints(found.Quiz.PassPercent, found.Quiz.Blueprint.FullPoints),
            Attempts = attempts.ConvertAll(a => new QuizIntroPage.PastAttempt(
                a.Number, a.SubmittedAt is { } at ? clock.InZone(at) : null, a.Points, a.FullPoints, a.Passed)),
            OpenNumber = open?.Number,
            Given = await db.AllowancesAsync(personId, slug, clock, cancel),
            MayOversee = await current.MayAsync(Capability.ManageQuizzes),
            Refusal = open is null ? await FindRefusalAsync(personId, found, attempts, cancel) : null,
        };
    }

    private async Task<StartRefusal?> FindRefusalAsync(Guid personId, ShelfQuiz found, List<Attempt> attempts, CancellationToken cancel) =>
        StartRule.FindRefusal(found.Quiz, attempts, await db.GrantedAsync(personId, found.Quiz.Slug, cancel), await lessons.LeftBeforeAsync(personId, found, cancel), clock.Now)
        ?? (found.Quiz.Blueprint.FindShortages(await bank.ForPapersAsync(found.Course, cancel)).Count > 0 ? new StartRefusal.BankTooSmall() : null);
}
