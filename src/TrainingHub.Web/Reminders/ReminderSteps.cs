using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Notices;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reminders;

/// <summary>One step of a day's sending.</summary>
public sealed class ReminderSteps(Db db, Transactions transactions, DemandsQuery demands, Notify notify, PostNumbers numbers, WorkingDays calendar, DayClock clock)
{
    private const int PeopleAtOnce = 200;
    private const int DaysKept = 730;
    private const int DaysOutboxKept = 180;

    /// <param name="today">Whose run, taken by the caller.</param>
    /// <param name="heldUntil">Until when the caller keeps it.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Null while there is more to do; at the end how many people got a message.</returns>
    public Task<int?> RunAsync(DateOnly today, DateTime heldUntil, CancellationToken cancel) => transactions.RunAsync<int?>(async cancel =>
    {
        var run = await db.ReminderRuns.SingleAsync(run => run.Day == today, cancel);
        if (run.FinishedAt is not null)
        {
            return run.People;
        }

        var running = await demands.RunningAsync(today, today, cancel);
        var due = running.FindAll(demand => ReminderRule.Since(run.After, today, demand.Item.Deadline, calendar) is not null);
        var people = await NextAsync(running, due, today, run.Cursor, cancel);
        if (people is [.., var last])
        {
            run.Advance(last, await notify.RunAsync([.. (await OwedAsync(running, people, today, cancel)).Select(owed => DraftOf(owed, run)).OfType<NoticeDraft>()], cancel), heldUntil);
            await db.SaveChangesAsync(cancel);
            return null;
        }

        await numbers.AddAsync(run, running, cancel);
        await ForgetAsync(cancel);
        run.Finish(clock.Now);
        await db.SaveChangesAsync(cancel);
        return run.People;
    }, cancel);

    // What was told long ago is nobody's use; what it told of is in the ledger.
    private async Task ForgetAsync(CancellationToken cancel)
    {
        var (old, sent) = (clock.Now.AddDays(-DaysKept), clock.Now.AddDays(-DaysOutboxKept));
        await db.Notices.Where(notice => notice.At < old).ExecuteDeleteAsync(cancel);
        await db.Dispatches.Where(one => one.CreatedAt < sent && (one.SentAt != null || one.GivenUpAt != null)).ExecuteDeleteAsync(cancel);
    }

    // Who has no account cannot read a message: their unit is told by the list for its head.
    private Task<List<Guid>> NextAsync(List<RunningDemand> running, List<RunningDemand> due, DateOnly today, Guid? cursor, CancellationToken cancel)
    {
        if (due.Count is 0)
        {
            return Task.FromResult(new List<Guid>());
        }

        var after = cursor ?? Guid.Empty;
        return demands.Owing(running, due, today)
            .Where(owing => owing.PersonId.CompareTo(after) > 0 && db.Users.Any(account => account.PersonId == owing.PersonId))
            .Select(owing => owing.PersonId).Distinct().OrderBy(id => id).Take(PeopleAtOnce).ToListAsync(cancel);
    }

    private async Task<IEnumerable<IGrouping<Guid, OwedItem>>> OwedAsync(List<RunningDemand> running, List<Guid> people, DateOnly today, CancellationToken cancel)
    {
        var items = running.ToDictionary(demand => (demand.Kind, demand.Id), demand => demand.Item);
        var owed = await demands.Owing(running, running, today).Where(owing => people.Contains(owing.PersonId))
            .Select(owing => new { owing.PersonId, owing.Kind, owing.DemandId }).ToListAsync(cancel);
        return owed.GroupBy(one => one.PersonId, one => items[(one.Kind, one.DemandId)]);
    }

    private NoticeDraft? DraftOf(IGrouping<Guid, OwedItem> person, ReminderRun run)
    {
        var lines = ReminderLine.Of(person, run.After, run.Day, calendar);
        if (lines.Count is 0)
        {
            return null;
        }

        var isNear = lines.Any(line => line.Step is not ReminderStep.Digest);
        return new NoticeDraft(person.Key, isNear ? NoticeKind.Deadline : NoticeKind.Digest, $"reminder:{run.Day.Iso()}", "/")
        {
            Day = run.Day,
            Lines = [.. lines.Select(line => new NoticeLine(line.Item.Name, line.Item.NameEn, line.Item.Deadline, line.WorkingDaysLeft, line.Step is not ReminderStep.Digest))],
        };
    }
}
