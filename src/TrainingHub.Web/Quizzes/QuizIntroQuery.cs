using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>What a person sees of a quiz before starting.</summary>
public sealed class QuizIntroQuery(Db db, IPrintedPapers printedPapers, QuizReads reads, FinishedLessons lessons, CourseShelf shelf, CurrentBank bank, SubmitAttempt submit, CurrentPerson current, DayClock clock)
{
    /// <summary>The page; null when there is no such quiz.</summary>
    public async Task<QuizIntroPage?> RunAsync(Guid personId, string slug, CancellationToken cancel)
    {
        if (await shelf.FindQuizAsync(slug, cancel) is not { } found)
        {
            return null;
        }

        var attempts = await reads.EarlierAsync(db, personId, slug, found.Quiz.AttemptsAllowed, cancel);
        if (attempts.Find(attempt => attempt.SubmittedAt is null) is { } overdue && overdue.IsOver(clock.Now))
        {
            await submit.RunAsync(overdue.Id, cancel);
            attempts = await reads.EarlierAsync(db, personId, slug, found.Quiz.AttemptsAllowed, cancel);
        }

        var given = await reads.GivenAsync(db, personId, slug, cancel);
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
            AttemptCount = attempts is [var newest, ..] ? newest.Number : 0,
            Given = given.ConvertAll(one => one.LineOf(clock)),
            MayOversee = await current.MayAsync(Capability.ManageQuizzes),
            Refusal = open is null ? await FindRefusalAsync(personId, found, attempts, given, cancel) : null,
        };
    }

    private async Task<StartRefusal?> FindRefusalAsync(Guid personId, ShelfQuiz found, List<Attempt> attempts, List<QuizReads.GivenAllowance> given, CancellationToken cancel) =>
        StartRule.FindRefusal(
            found.Quiz, attempts, new PersonAllowances([.. given.Select(one => one.Allowance)]).Granted, await lessons.LeftBeforeAsync(personId, found, cancel), clock.Now,
            found.Quiz.AttemptsAllowed > 0 ? await printedPapers.CountAsync(db, personId, found.Quiz.Slug, cancel) : 0)
        ?? (found.Quiz.Blueprint.FindShortages(await bank.PoolsForPapersAsync(found.Course, cancel)).Count > 0 ? new StartRefusal.BankTooSmall() : null);
}
