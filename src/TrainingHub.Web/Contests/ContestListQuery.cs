using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>Contests in which a person plays, and those of the units whose contests they hold.</summary>
public sealed class ContestListQuery(Db db, Scope scope, CurrentPerson current, DayClock clock)
{
    private const int MostOwn = 50;

    public async Task<ContestsPage> RunAsync(Guid personId, ContestsFilter filter, CancellationToken cancel)
    {
        var own = await (
            from seat in db.ContestSeats.AsNoTracking()
            where seat.PersonId == personId
            join contest in db.Contests on seat.ContestId equals contest.Id
            orderby seat.JoinedAt descending
            select new { contest.Code, contest.Title, IsFinished = contest.FinishedAt != null, seat.JoinedAt }).Take(MostOwn).ToListAsync(cancel);
        return new ContestsPage(
            own.ConvertAll(one => new ContestsPage.OwnContest(one.Code, one.Title, one.IsFinished, clock.InZone(one.JoinedAt))),
            await current.MayAsync(Capability.ManageQuizzes) ? await HeldAsync(filter, cancel) : null);
    }

    public async Task<IReadOnlyList<ContestsPage.Row>> ExportAsync(ContestsFilter filter, CancellationToken cancel) =>
        await Rows(InOrder(Held(filter), OrderOf(filter))).ToListAsync(cancel);

    private async Task<ContestsPage.HeldContests> HeldAsync(ContestsFilter filter, CancellationToken cancel)
    {
        var (held, order) = (Held(filter), OrderOf(filter));
        var pages = Pages.Of(filter.Page, await held.CountAsync(cancel));
        return new ContestsPage.HeldContests(filter, await Rows(InOrder(held, order).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)).ToListAsync(cancel), pages, order);
    }

    private static (ContestSort Column, bool IsDown) OrderOf(ContestsFilter filter) => Sorting.Of(filter.Sort, ContestSort.CreatedAt, isOtherwiseDown: true);

    private IQueryable<Contest> Held(ContestsFilter filter)
    {
        var reach = scope.Organizations(Capability.ManageQuizzes);
        var found = db.Contests.AsNoTracking().Where(contest => reach.Contains(contest.OrganizationId));
        found = filter.Q is { } typed ? found.Where(contest => contest.Title.Contains(typed)) : found;
        return filter.Standing switch
        {
            null => found,
            ContestStanding.Draft => found.Where(contest => contest.PreparedAt == null),
            ContestStanding.Running => found.Where(contest => contest.PreparedAt != null && contest.FinishedAt == null),
            ContestStanding.Finished => found.Where(contest => contest.FinishedAt != null),
            _ => throw new UnreachableException(),
        };
    }

    private static IQueryable<Contest> InOrder(IQueryable<Contest> contests, (ContestSort Column, bool IsDown) order) => (order switch
    {
        (ContestSort.Title, var isDown) => contests.OrderBy(contest => contest.Title, isDown),
        (ContestSort.Seats, var isDown) => contests.OrderBy(contest => contest.Seats, isDown),
        (_, var isDown) => contests.OrderBy(contest => contest.CreatedAt, isDown),
    }).ThenBy(contest => contest.Id);

    private IQueryable<ContestsPage.Row> Rows(IQueryable<Contest> contests) => contests.Select(contest => new ContestsPage.Row
    {
        Code = contest.Code,
        Title = contest.Title,
        OwnerName = db.Organizations.Where(unit => unit.Id == contest.OrganizationId).Select(unit => unit.Name).First(),
        CreatedAt = contest.CreatedAt,
        PreparedAt = contest.PreparedAt,
        FinishedAt = contest.FinishedAt,
        Questions = contest.Questions,
        Seats = contest.Seats,
    });
}
