using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Contests.Open;
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

    public async Task<IReadOnlyList<ContestsPage.Row>> ExportAsync(ContestsFilter filter, CancellationToken cancel) => InOrder(await RowsAsync(filter, cancel), OrderOf(filter));

    private async Task<ContestsPage.HeldContests> HeldAsync(ContestsFilter filter, CancellationToken cancel)
    {
        var (rows, order) = (await RowsAsync(filter, cancel), OrderOf(filter));
        var pages = Pages.Of(filter.Page, rows.Count);
        return new ContestsPage.HeldContests(filter, [.. InOrder(rows, order).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)], pages, order);
    }

    private static (ContestSort Column, bool IsDown) OrderOf(ContestsFilter filter) => Sorting.Of(filter.Sort, ContestSort.CreatedAt, isOtherwiseDown: true);

    /// <summary>Contests of all forms: they lie in several tables and are few, so they are put in order here.</summary>
    private async Task<List<ContestsPage.Row>> RowsAsync(ContestsFilter filter, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageQuizzes);
        List<ContestsPage.Row> rows = [];
        if (filter.Shape is not (ContestShape.Open or ContestShape.Speeches))
        {
            rows.AddRange(await Played(db.Contests.AsNoTracking().Where(contest => reach.Contains(contest.OrganizationId)), filter.Q).ToListAsync(cancel));
        }

        if (filter.Shape is null or ContestShape.Open)
        {
            rows.AddRange(await Open(db.OpenContests.AsNoTracking().Where(contest => reach.Contains(contest.OrganizationId)), filter.Q).ToListAsync(cancel));
        }

        if (filter.Shape is null or ContestShape.Speeches)
        {
            rows.AddRange(await Speeches(db.SpeechContests.AsNoTracking().Where(contest => reach.Contains(contest.OrganizationId)), filter.Q).ToListAsync(cancel));
        }

        return rows.FindAll(row => (filter.Shape is not { } shape || row.Shape == shape) && (filter.Standing is not { } standing || row.Standing == standing));
    }

    private IQueryable<ContestsPage.Row> Played(IQueryable<Contest> contests, string? typed) => (typed is null ? contests : contests.Where(contest => contest.Title.Contains(typed))).Select(contest => new ContestsPage.Row
    {
        Shape = contest.Stage != null ? ContestShape.Stage : contest.Rules.Contains(ContestRules.ClassesMark) ? ContestShape.Classes : ContestShape.Hall,
        Code = contest.Code,
        Title = contest.Title,
        OwnerName = db.Organizations.Where(unit => unit.Id == contest.OrganizationId).Select(unit => unit.Name).First(),
        CreatedAt = contest.CreatedAt,
        Standing = contest.FinishedAt != null ? ContestStanding.Finished : contest.PreparedAt != null ? ContestStanding.Running : ContestStanding.Draft,
        Questions = contest.Questions,
        Seats = contest.Seats,
    });

    private IQueryable<ContestsPage.Row> Open(IQueryable<OpenContest> contests, string? typed) =>
        from contest in contests
        join quiz in db.ArrangedQuizzes on contest.QuizId equals quiz.Id
        where typed == null || quiz.Title.Contains(typed)
        select new ContestsPage.Row
        {
            Shape = ContestShape.Open,
            Code = contest.Slug,
            Title = quiz.Title,
            OwnerName = db.Organizations.Where(unit => unit.Id == contest.OrganizationId).Select(unit => unit.Name).First(),
            CreatedAt = contest.CreatedAt,
            Standing = contest.FrozenAt != null ? ContestStanding.Finished : quiz.Standing == QuizStanding.Draft ? ContestStanding.Draft : ContestStanding.Running,
            Questions = null,
            Seats = null,
        };

    private IQueryable<ContestsPage.Row> Speeches(IQueryable<SpeechContest> contests, string? typed) =>
        from contest in contests
        where typed == null || contest.Title.Contains(typed)
        select new ContestsPage.Row
        {
            Shape = ContestShape.Speeches,
            Code = contest.Code,
            Title = contest.Title,
            OwnerName = db.Organizations.Where(unit => unit.Id == contest.OrganizationId).Select(unit => unit.Name).First(),
            CreatedAt = contest.CreatedAt,
            Standing = contest.Standing == SpeechStanding.Closed ? ContestStanding.Finished : contest.Standing == SpeechStanding.Draft ? ContestStanding.Draft : ContestStanding.Running,
            Questions = null,
            Seats = db.SpeechEntries.Count(entry => entry.ContestId == contest.Id && entry.WithdrawnAt == null),
        };

    private static List<ContestsPage.Row> InOrder(List<ContestsPage.Row> rows, (ContestSort Column, bool IsDown) order)
    {
        var compare = order.Column switch
        {
            ContestSort.Title => Comparer<ContestsPage.Row>.Create((first, second) => StringComparer.CurrentCulture.Compare(first.Title, second.Title)),
            ContestSort.Seats => Comparer<ContestsPage.Row>.Create((first, second) => Nullable.Compare(first.Seats, second.Seats)),
            ContestSort.Shape => Comparer<ContestsPage.Row>.Create((first, second) => first.Shape.CompareTo(second.Shape)),
            _ => Comparer<ContestsPage.Row>.Create((first, second) => first.CreatedAt.CompareTo(second.CreatedAt)),
        };
        var sorted = order.IsDown ? rows.OrderByDescending(row => row, compare) : rows.OrderBy(row => row, compare);
        return [.. sorted.ThenByDescending(row => row.CreatedAt).ThenBy(row => row.Code, StringComparer.Ordinal)];
    }
}
