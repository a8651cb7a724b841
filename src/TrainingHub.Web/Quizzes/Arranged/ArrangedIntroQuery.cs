using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>What a person sees of an arranged quiz before starting.</summary>
public sealed class ArrangedIntroQuery(
    Db db, IPrintedPapers printedPapers, FindArranged find, PaperDraws draws, QuizReleases releases, SettingsQuery settings, SubmitAttempt submit, CurrentPerson current, DayClock clock)
{
    /// <summary>The page; null when there is no such quiz, or the person neither takes part, nor has an attempt, nor arranges it.</summary>
    public async Task<ArrangedIntroPage?> RunAsync(Guid personId, string slug, CancellationToken cancel)
    {
        if (await find.RunAsync(slug, cancel) is not { } found)
        {
            return null;
        }

        var (quiz, terms) = found;
        await submit.FinishOverdueAsync(personId, slug, cancel);
        var attempts = await db.Attempts.AsNoTracking().Where(a => a.PersonId == personId && a.QuizSlug == slug).OrderByDescending(a => a.Number).ToListAsync(cancel);
        var mayArrange = await settings.FindAsync(slug, cancel) is not null;
        var takesPart = quiz.Standing is QuizStanding.Published or QuizStanding.Closed && await db.QuizzesFor(personId, clock.Today).AnyAsync(one => one.Id == quiz.Id, cancel);
        if (!mayArrange && !takesPart && attempts.Count is 0)
        {
            return null;
        }

        var mayOversee = await current.MayAsync(Capability.ManageQuizzes);
        var open = attempts.Find(attempt => attempt.SubmittedAt is null);
        var allowances = await db.GivenToAsync(personId, slug, cancel);
        var printed = await printedPapers.CountAsync(db, personId, slug, cancel);
        var longer = (open is null ? allowances.MinutesFor(attempts.Count + printed + 1) : 0) + await db.WindowMinutesAsync(personId, slug, clock.Today, cancel);
        var released = await releases.OfAsync(quiz, terms, cancel);
        return new ArrangedIntroPage
        {
            Slug = slug,
            Terms = terms,
            OwnerName = await db.Organizations.Where(unit => unit.Id == quiz.OrganizationId).Select(unit => unit.Name).SingleAsync(cancel),
            OpensAt = clock.InZone(quiz.OpensAt),
            ClosesAt = clock.InZone(quiz.ClosesAt.AddMinutes(longer)),
            Allowed = terms.AttemptsAllowed + allowances.Granted.Count,
            Released = released,
            Attempts = attempts.ConvertAll(a => new QuizIntroPage.PastAttempt(
                a.Number, a.SubmittedAt is { } at ? clock.InZone(at) : null, released.Score ? a.Points : null, a.FullPoints, released.Score ? a.Passed : null)),
            Given = await db.AllowancesAsync(personId, slug, clock, cancel),
            CountingNumber = released.Score ? QuizTerms.CountingOf(terms.Counts, attempts)?.Number : null,
            MayOversee = mayOversee,
            WaitsForMarks = mayOversee && await db.Attempts.AnyAsync(attempt => attempt.QuizSlug == slug && attempt.SubmittedAt != null && attempt.Passed == null, cancel),
            MayArrange = mayArrange,
            IsContest = await db.OpenContests.AnyAsync(contest => contest.QuizId == quiz.Id, cancel),
            OpenNumber = open?.Number,
            Refusal = open is not null ? null
                : !takesPart ? new StartRefusal.NotRunning()
                : StartRule.FindRefusal(quiz.Standing, terms, quiz.ClosesAt, attempts, allowances.Granted, clock.Now, printed, allowances.Excused, longer)
                    ?? ((await draws.FindAsync(quiz, terms, cancel)).Draw.Shortages.Count > 0 ? new StartRefusal.BankTooSmall() : null),
        };
    }
}
