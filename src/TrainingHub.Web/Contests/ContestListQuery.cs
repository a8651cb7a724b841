using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Contests.Speeches;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Quizzes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>Contests in which a person plays, and those of the units whose contests they hold.</summary>
public sealed class ContestListQuery(Db db, Scope scope, CurrentPerson current, DayClock clock)
{
    private const int MostOwn = 50;

    public async Task<ContestsPage> RunAsync(Guid personId, ContestsFilter filter, CancellationToken cancel)
    {
        var mine = db.ContestSeats.Where(seat => seat.PersonId == personId).Select(seat => seat.ContestId)
            .Concat(db.StageMembers.Where(member => member.PersonId == personId).Select(member => member.ContestId));
        var own = await (
            from contest in db.Contests.AsNoTracking()
            where contest.PreparedAt != null && mine.Contains(contest.Id)
            orderby contest.PreparedAt descending
            select new
            {
                contest.Code,
                contest.Title,
                IsFinished = contest.FinishedAt != null,
                At = db.ContestSeats.Where(seat => seat.ContestId == contest.Id && seat.PersonId == personId).Select(seat => (DateTime?)seat.JoinedAt).FirstOrDefault(),
            }).Take(MostOwn).ToListAsync(cancel);
        return new ContestsPage(
            own.ConvertAll(one => new ContestsPage.OwnContest(one.Code, one.Title, one.IsFinished, one.At is { } at ? clock.InZone(at) : null)),
            await current.MayAsync(Capability.ManageQuizzes) ? await HeldAsync(filter, cancel) : null);
    }

    /// <summary>Every row of the filter, as it is read.</summary>
    public IAsyncEnumerable<ContestsPage.Row> AllAsync(ContestsFilter filter) => Shown(InOrder(Found(filter), OrderOf(filter))).AsAsyncEnumerable();

    private async Task<ContestsPage.HeldContests> HeldAsync(ContestsFilter filter, CancellationToken cancel)
    {
        var (rows, order) = (Found(filter), OrderOf(filter));
        var pages = Pages.Of(filter.Page, await rows.CountAsync(cancel));
        return new ContestsPage.HeldContests(filter, await Shown(InOrder(rows, order).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)).ToListAsync(cancel), pages, order);
    }

    private static (ContestSort Column, bool IsDown) OrderOf(ContestsFilter filter) => Sorting.Of(filter.Sort, ContestSort.CreatedAt, isOtherwiseDown: true);

    /// <summary>Contests of all forms, which lie in three tables, in one statement.</summary>
    private IQueryable<Contested> Found(ContestsFilter filter)
    {
        var reach = scope.Organizations(Capability.ManageQuizzes);
        var rows = Played(reach).Concat(Open(reach)).Concat(Speeches(reach));
        rows = filter.Q is { } typed ? rows.Where(row => row.Title.Contains(typed)) : rows;
        rows = filter.Shape is { } shape ? rows.Where(row => row.Shape == shape) : rows;
        return filter.Standing is { } standing ? rows.Where(row => row.Standing == standing) : rows;
    }

    private static IQueryable<Contested> InOrder(IQueryable<Contested> rows, (ContestSort Column, bool IsDown) order) => (order.Column switch
    {
        ContestSort.Title => rows.OrderBy(row => row.Title, order.IsDown),
        // The databases do not agree on where nothing stands.
        ContestSort.Seats => rows.OrderBy(row => row.Seats ?? -1, order.IsDown),
        ContestSort.Shape => rows.OrderBy(row => row.Shape, order.IsDown),
        _ => rows.OrderBy(row => row.CreatedAt, order.IsDown),
    }).ThenByDescending(row => row.CreatedAt).ThenBy(row => row.Code);

    private IQueryable<ContestsPage.Row> Shown(IQueryable<Contested> rows) => rows.Select(row => new ContestsPage.Row
    {
        Shape = row.Shape,
        Code = row.Code,
        Title = row.Title,
        OwnerName = db.Organizations.Where(unit => unit.Id == row.OrganizationId).Select(unit => unit.Name).First(),
        CreatedAt = row.CreatedAt,
        Standing = row.Standing,
        Questions = row.Questions,
        Seats = row.Seats,
    });

    private IQueryable<Contested> Played(IQueryable<Guid> reach) => db.Contests.Where(contest => reach.Contains(contest.OrganizationId)).Select(contest => new Contested
    {
        Shape = contest.Stage != null ? ContestShape.Stage : contest.Rules.Contains(ContestRules.ClassesMark) ? ContestShape.Classes : ContestShape.Hall,
        Code = contest.Code,
        Title = contest.Title,
        OrganizationId = contest.OrganizationId,
        CreatedAt = contest.CreatedAt,
        Standing = contest.FinishedAt != null ? ContestStanding.Finished : contest.PreparedAt != null ? ContestStanding.Running : ContestStanding.Draft,
        Questions = contest.Questions,
        Seats = contest.Seats,
    });

    private IQueryable<Contested> Open(IQueryable<Guid> reach) =>
        from contest in db.OpenContests
        where reach.Contains(contest.OrganizationId)
        join quiz in db.ArrangedQuizzes on contest.QuizId equals quiz.Id
        select new Contested
        {
            Shape = ContestShape.Open,
            Code = contest.Slug,
            Title = quiz.Title,
            OrganizationId = contest.OrganizationId,
            CreatedAt = contest.CreatedAt,
            Standing = contest.FrozenAt != null ? ContestStanding.Finished : quiz.Standing == QuizStanding.Draft ? ContestStanding.Draft : ContestStanding.Running,
            Questions = null,
            Seats = null,
        };

    private IQueryable<Contested> Speeches(IQueryable<Guid> reach) => db.SpeechContests.Where(contest => reach.Contains(contest.OrganizationId)).Select(contest => new Contested
    {
        Shape = ContestShape.Speeches,
        Code = contest.Code,
        Title = contest.Title,
        OrganizationId = contest.OrganizationId,
        CreatedAt = contest.CreatedAt,
        Standing = contest.Standing == SpeechStanding.Closed ? ContestStanding.Finished : contest.Standing == SpeechStanding.Draft ? ContestStanding.Draft : ContestStanding.Running,
        Questions = null,
        Seats = db.SpeechEntries.Count(entry => entry.ContestId == contest.Id && entry.WithdrawnAt == null),
    });

    /// <summary>A contest of any form, in the columns that they share; the lengths of code and title are the same in all three tables, so that one statement reads them.</summary>
    private sealed record Contested
    {
        public required ContestShape Shape { get; init; }
        public required string Code { get; init; }
        public required string Title { get; init; }
        public required Guid OrganizationId { get; init; }
        public required DateTime CreatedAt { get; init; }
        public required ContestStanding Standing { get; init; }
        public required int? Questions { get; init; }
        public required int? Seats { get; init; }
    }
}
