using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Notices;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reminders;

/// <summary>Who would be reminded on a day, of those whose names the reader may read. By the same rules as the sending itself.</summary>
public sealed class RemindersQuery(Db db, Scope scope, DemandsQuery demands, ChannelSettings channels, WorkingDays calendar, DayClock clock)
{
    private const int DaysAhead = 60;
    private const int MostAhead = 5;

    /// <summary>The unit with this code or full name, in reach; null for every other, and where several have the name.</summary>
    public async Task<RemindedUnit?> UnitAsync(string typed, CancellationToken cancel)
    {
        var (reach, code) = (scope.Organizations(Capability.ReadNames), typed.ToUpperInvariant());
        var found = await db.Organizations.Where(unit => (unit.Code == code || unit.Name == typed) && reach.Contains(unit.Id))
            .Select(unit => new RemindedUnit(unit.Id, unit.Code, unit.Name)).Take(10).ToListAsync(cancel);
        return found.Find(unit => string.Equals(unit.Code, code, StringComparison.Ordinal)) ?? (found is [var only] ? only : null);
    }

    public async Task<RemindersPage> RunAsync(RemindersFilter filter, RemindedUnit? unit, CancellationToken cancel)
    {
        var (day, today) = (filter.Day ?? clock.Today, clock.Today);
        var running = await demands.RunningAsync(today, day, cancel);
        var found = Found(filter, unit, running, day);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel));
        var rows = await Rows(found, filter).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel);
        return new RemindersPage(
            filter, day, calendar.IsWorked(day),
            await db.ReminderRuns.AnyAsync(run => run.Day == day && run.FinishedAt != null, cancel),
            await found.Select(owing => owing.PersonId).Distinct().CountAsync(cancel),
            [.. rows.Select(row => WithLine(row, running, day))], pages, unit, Ahead(running, today));
    }

    /// <summary>All of them, one after the other.</summary>
    public async IAsyncEnumerable<ReminderRow> AllAsync(RemindersFilter filter, RemindedUnit? unit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var day = filter.Day ?? clock.Today;
        var running = await demands.RunningAsync(clock.Today, day, cancel);
        await foreach (var row in Rows(Found(filter, unit, running, day), filter).AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return WithLine(row, running, day);
        }
    }

    private IQueryable<Owing> Found(RemindersFilter filter, RemindedUnit? unit, List<RunningDemand> running, DateOnly day)
    {
        var due = running.FindAll(demand => ReminderRule.On(day, demand.Item.Deadline, calendar) is { } step && (filter.Step is not { } wished || step == wished) && (filter.Kind is not { } kind || demand.Kind == kind));
        var (today, reach) = (clock.Today, scope.Organizations(Capability.ReadNames));
        var found = demands.Owing(running, due, today).Where(owing => reach.Contains(owing.OrganizationId));
        if (unit?.Id is { } unitId)
        {
            found = found.Where(owing => db.OrganizationPaths.Any(path =>
                path.AncestorId == unitId && path.DescendantId == owing.OrganizationId && path.SupersededAt == null && path.From <= today && today <= path.Until));
        }

        if (filter.Name is { } name)
        {
            var folded = NameFolding.Fold(name);
            found = found.Where(owing => db.People.Any(person => person.Id == owing.PersonId && person.AnonymizedAt == null && person.NormalizedName.Contains(folded)));
        }

        var hasMail = channels.Mail is not null;
        return filter.Way switch
        {
            ReminderWay.List => found.Where(owing => !db.Users.Any(account => account.PersonId == owing.PersonId)),
            ReminderWay.Mail => found.Where(owing => hasMail && db.Users.Any(account => account.PersonId == owing.PersonId)
                && db.Mailboxes.Any(mailbox => mailbox.PersonId == owing.PersonId && mailbox.ConfirmedAt != null)),
            ReminderWay.Inside => found.Where(owing => db.Users.Any(account => account.PersonId == owing.PersonId)
                && !(hasMail && db.Mailboxes.Any(mailbox => mailbox.PersonId == owing.PersonId && mailbox.ConfirmedAt != null))),
            _ => found,
        };
    }

    private IQueryable<ReminderRow> Rows(IQueryable<Owing> found, RemindersFilter filter)
    {
        var (hasMail, (column, isDown)) = (channels.Mail is not null, filter.Order);
        var named =
            from owing in found
            join person in db.People on owing.PersonId equals person.Id
            join unit in db.Organizations on owing.OrganizationId equals unit.Id
            select new { owing, person, unit };
        var ordered = column switch
        {
            ReminderSort.Name => named.OrderBy(one => one.person.Name, isDown),
            ReminderSort.Post => named.OrderBy(one => one.owing.Position, isDown),
            _ => named.OrderBy(one => one.unit.Name, isDown),
        };
        return ordered.ThenBy(one => one.unit.Name).ThenBy(one => one.unit.Id).ThenBy(one => one.person.Name).ThenBy(one => one.person.Id).ThenBy(one => one.owing.Kind).ThenBy(one => one.owing.DemandId).Select(one => new ReminderRow
        {
            PersonId = one.person.Id,
            Name = one.person.Name,
            Position = one.owing.Position,
            UnitName = one.unit.Name,
            UnitCode = one.unit.Code,
            Kind = one.owing.Kind,
            DemandId = one.owing.DemandId,
            Way = !db.Users.Any(account => account.PersonId == one.person.Id) ? ReminderWay.List
                : hasMail && db.Mailboxes.Any(mailbox => mailbox.PersonId == one.person.Id && mailbox.ConfirmedAt != null) ? ReminderWay.Mail
                : ReminderWay.Inside,
        });
    }

    private ReminderRow WithLine(ReminderRow row, List<RunningDemand> running, DateOnly day)
    {
        var item = running.Single(demand => demand.Kind == row.Kind && demand.Id == row.DemandId).Item;
        return row with { Line = ReminderLine.Of([item], day.AddDays(-1), day, calendar).Single() };
    }

    private List<DateOnly> Ahead(List<RunningDemand> running, DateOnly today) =>
        [.. Enumerable.Range(0, DaysAhead).Select(today.AddDays).Where(day => running.Exists(demand => ReminderRule.On(day, demand.Item.Deadline, calendar) is not null)).Take(MostAhead)];
}
