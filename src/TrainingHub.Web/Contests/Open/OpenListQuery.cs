using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Quizzes;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Open;

/// <summary>Open contests that the current person takes part in or holds.</summary>
public sealed class OpenListQuery(Db db, FindOpen find, CurrentPerson current)
{
    public async Task<OpenListPage> RunAsync(OpenFilter filter, CancellationToken cancel)
    {
        var rows = await RowsAsync(filter);
        var pages = Pages.Of(filter.Page, await rows.CountAsync(cancel));
        return new OpenListPage(filter, await rows.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel), pages, await current.MayAsync(Capability.ManageQuizzes));
    }

    /// <summary>Every row of the filter.</summary>
    public async Task<IAsyncEnumerable<OpenListPage.Row>> AllAsync(OpenFilter filter) => (await RowsAsync(filter)).AsAsyncEnumerable();

    private async Task<IQueryable<OpenListPage.Row>> RowsAsync(OpenFilter filter)
    {
        var seen = find.Seen().Select(contest => contest.Id);
        var managed = find.Managed().Select(contest => contest.Id);
        var contests = await current.MayAsync(Capability.ManageQuizzes)
            ? db.OpenContests.Where(contest => managed.Contains(contest.Id) || seen.Contains(contest.Id))
            : db.OpenContests.Where(contest => seen.Contains(contest.Id));
        var pairs = from contest in contests.AsNoTracking() join quiz in db.ArrangedQuizzes on contest.QuizId equals quiz.Id select new { Contest = contest, Quiz = quiz };
        pairs = filter.Q is { } typed ? pairs.Where(pair => pair.Quiz.Title.Contains(typed)) : pairs;
        var ordered = filter.Order switch
        {
            (OpenSort.Title, var isDown) => pairs.OrderBy(pair => pair.Quiz.Title, isDown),
            (OpenSort.OpensAt, var isDown) => pairs.OrderBy(pair => pair.Quiz.OpensAt, isDown),
            (_, var isDown) => pairs.OrderBy(pair => pair.Quiz.ClosesAt, isDown),
        };
        return ordered.ThenBy(pair => pair.Contest.Id).Select(pair => new OpenListPage.Row
        {
            Slug = pair.Contest.Slug,
            Title = pair.Quiz.Title,
            OwnerName = db.Organizations.Where(unit => unit.Id == pair.Contest.OrganizationId).Select(unit => unit.Name).First(),
            OpensAt = pair.Quiz.OpensAt,
            ClosesAt = pair.Quiz.ClosesAt,
            IsPublished = pair.Quiz.Standing == QuizStanding.Published || pair.Quiz.Standing == QuizStanding.Closed,
            IsFinal = pair.Contest.FrozenAt != null,
            People = db.Attempts.Where(attempt => attempt.QuizSlug == pair.Contest.Slug && attempt.Points != null).Select(attempt => attempt.PersonId).Distinct().Count(),
        });
    }
}
