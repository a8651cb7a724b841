using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Open;

/// <summary>Finds open contests for who holds them and who takes part. Everybody else finds nothing.</summary>
public sealed class FindOpen(Db db, Scope scope, CurrentPerson current, FindArranged quizzes, DayClock clock)
{
    /// <summary>One that the current person holds; null out of reach.</summary>
    public async Task<FoundOpen?> ManagedAsync(string slug, CancellationToken cancel) =>
        await Managed().AsNoTracking().SingleOrDefaultAsync(contest => contest.Slug == slug, cancel) is { } contest && await quizzes.RunAsync(slug, cancel) is var (quiz, terms)
            ? new FoundOpen(contest, quiz, terms, IsManaged: true)
            : null;

    /// <summary>One that the current person holds, takes part in or has taken part in; null out of reach.</summary>
    public async Task<FoundOpen?> SeenAsync(string slug, CancellationToken cancel)
    {
        if (await ManagedAsync(slug, cancel) is { } managed)
        {
            return managed;
        }

        return await Seen().AsNoTracking().SingleOrDefaultAsync(contest => contest.Slug == slug, cancel) is { } contest && await quizzes.RunAsync(slug, cancel) is var (quiz, terms)
            ? new FoundOpen(contest, quiz, terms, IsManaged: false)
            : null;
    }

    public IQueryable<OpenContest> Managed()
    {
        var reach = scope.Organizations(Capability.ManageQuizzes);
        return db.OpenContests.Where(contest => reach.Contains(contest.OrganizationId));
    }

    /// <summary>Those that the current person takes part in by a post of today, or has an attempt at. A draft or withdrawn quiz shows its contest to nobody else.</summary>
    public IQueryable<OpenContest> Seen()
    {
        var (personId, mine) = (current.Id, db.QuizzesFor(current.Id, clock.Today).Where(quiz => quiz.Standing == QuizStanding.Published || quiz.Standing == QuizStanding.Closed));
        return db.OpenContests.Where(contest => mine.Any(quiz => quiz.Id == contest.QuizId) || db.Attempts.Any(attempt => attempt.PersonId == personId && attempt.QuizSlug == contest.Slug));
    }

    /// <summary>Quizzes in reach that may become contests: neither ended nor withdrawn, and none yet.</summary>
    public IQueryable<ArrangedQuiz> Candidates()
    {
        var reach = scope.Organizations(Capability.ManageQuizzes);
        return db.ArrangedQuizzes.Where(quiz => reach.Contains(quiz.OrganizationId) && (quiz.Standing == QuizStanding.Draft || quiz.Standing == QuizStanding.Published)
            && !db.OpenContests.Any(contest => contest.QuizId == quiz.Id));
    }
}
