using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Arranged quizzes of a person, and of the units whose quizzes they run.</summary>
public sealed class QuizListQuery(Db db, Scope scope, CurrentPerson current, DayClock clock)
{
    // Those that ended longer ago are found through one's attempts alone.
    private const int DaysBack = 90;
    private const int MostOwn = 100;

    public async Task<QuizListPage> RunAsync(Guid personId, QuizzesFilter filter, CancellationToken cancel) =>
        new(await OwnAsync(personId, cancel), await current.MayAsync(Capability.ManageQuizzes) ? await ManagedAsync(filter, cancel) : null);

    public async Task<IReadOnlyList<QuizListPage.Row>> ExportAsync(QuizzesFilter filter, CancellationToken cancel) =>
        await Rows(InOrder(Managed(filter), OrderOf(filter))).ToListAsync(cancel);

    /// <summary>What the person takes part in or has an attempt at: what is due first, then what is ahead, then what is over.</summary>
    public async Task<IReadOnlyList<OwnQuiz>> OwnAsync(Guid personId, CancellationToken cancel)
    {
        var (now, since) = (clock.Now, clock.Now.AddDays(-DaysBack));
        var rows = await db.QuizzesFor(personId, clock.Today)
            .Where(quiz => (quiz.Standing == QuizStanding.Published && quiz.ClosesAt >= since) || (quiz.Standing != QuizStanding.Draft && db.Attempts.Any(attempt => attempt.PersonId == personId && attempt.QuizSlug == quiz.Slug)))
            .OrderByDescending(quiz => quiz.ClosesAt).Take(MostOwn)
            .Select(quiz => new
            {
                quiz.Slug,
                quiz.Title,
                quiz.OpensAt,
                quiz.ClosesAt,
                Attempts = db.Attempts.Count(attempt => attempt.PersonId == personId && attempt.QuizSlug == quiz.Slug),
                Open = db.Attempts.Where(attempt => attempt.PersonId == personId && attempt.QuizSlug == quiz.Slug && attempt.SubmittedAt == null && attempt.Deadline >= now).Select(attempt => (int?)attempt.Number).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new OwnQuiz
            {
                Slug = row.Slug,
                Title = row.Title,
                OpensAt = clock.InZone(row.OpensAt),
                ClosesAt = clock.InZone(row.ClosesAt),
                OpenNumber = row.Open,
                State = row.Open is not null ? OwnQuizState.Open
                    : row.Attempts > 0 ? OwnQuizState.Taken
                    : now < row.OpensAt ? OwnQuizState.Ahead
                    : now <= row.ClosesAt ? OwnQuizState.Ready
                    : OwnQuizState.Missed,
            }).OrderBy(quiz => quiz.State).ThenBy(quiz => quiz.ClosesAt),
        ];
    }

    private async Task<QuizListPage.ManagedQuizzes> ManagedAsync(QuizzesFilter filter, CancellationToken cancel)
    {
        var (managed, order) = (Managed(filter), OrderOf(filter));
        var pages = Pages.Of(filter.Page, await managed.CountAsync(cancel));
        var rows = await Rows(InOrder(managed, order).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)).ToListAsync(cancel);
        return new QuizListPage.ManagedQuizzes(filter, rows, pages, order);
    }

    private static (QuizSort Column, bool IsDown) OrderOf(QuizzesFilter filter) => Sorting.Of(filter.Sort, QuizSort.OpensAt, isOtherwiseDown: true);

    private IQueryable<ArrangedQuiz> Managed(QuizzesFilter filter)
    {
        var reach = scope.Organizations(Capability.ManageQuizzes);
        var found = db.ArrangedQuizzes.AsNoTracking().Where(quiz => reach.Contains(quiz.OrganizationId));
        found = filter.Standing is { } standing ? found.Where(quiz => quiz.Standing == standing) : found;
        return filter.Q is { } typed ? found.Where(quiz => quiz.Title.Contains(typed)) : found;
    }

    private static IQueryable<ArrangedQuiz> InOrder(IQueryable<ArrangedQuiz> quizzes, (QuizSort Column, bool IsDown) order) => (order switch
    {
        (QuizSort.Title, var isDown) => quizzes.OrderBy(quiz => quiz.Title, isDown),
        (QuizSort.ClosesAt, var isDown) => quizzes.OrderBy(quiz => quiz.ClosesAt, isDown),
        (QuizSort.Standing, var isDown) => quizzes.OrderBy(quiz => quiz.Standing, isDown),
        (_, var isDown) => quizzes.OrderBy(quiz => quiz.OpensAt, isDown),
    }).ThenBy(quiz => quiz.Id);

    private IQueryable<QuizListPage.Row> Rows(IQueryable<ArrangedQuiz> quizzes) => quizzes.Select(quiz => new QuizListPage.Row
    {
        Slug = quiz.Slug,
        Title = quiz.Title,
        OwnerName = db.Organizations.Where(unit => unit.Id == quiz.OrganizationId).Select(unit => unit.Name).First(),
        Standing = quiz.Standing,
        OpensAt = quiz.OpensAt,
        ClosesAt = quiz.ClosesAt,
        Taken = db.Attempts.Count(attempt => attempt.QuizSlug == quiz.Slug),
        Passed = db.Attempts.Count(attempt => attempt.QuizSlug == quiz.Slug && attempt.Passed == true),
    });
}
