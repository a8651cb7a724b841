using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Notices;

/// <summary>How the current person is told.</summary>
public sealed class SettingsQuery(Db db, CurrentPerson current, ChannelSettings channels, WorkingDays calendar, DayClock clock)
{
    private const int Days = 30;

    public async Task<SettingsPage> RunAsync(CancellationToken cancel)
    {
        var (personId, year) = (current.Id, clock.Today.Year);
        return new SettingsPage(
            await db.Mailboxes.AsNoTracking().SingleOrDefaultAsync(mailbox => mailbox.PersonId == personId, cancel),
            channels,
            await current.MayAsync(Capability.ReadNames) ? await OutboxAsync(cancel) : null,
            [.. new[] { year, year + 1 }.Where(year => !calendar.Knows(year))]);
    }

    private async Task<SettingsPage.Outbox> OutboxAsync(CancellationToken cancel)
    {
        var since = clock.Now.AddDays(-Days);
        return new SettingsPage.Outbox(
            await db.Dispatches.CountAsync(one => one.SentAt == null && one.GivenUpAt == null, cancel),
            await db.Dispatches.CountAsync(one => one.GivenUpAt >= since, cancel),
            await db.Dispatches.Where(one => one.SentAt == null && one.Fault != "" && one.CreatedAt >= since).OrderByDescending(one => one.CreatedAt).Select(one => one.Fault).FirstOrDefaultAsync(cancel));
    }
}
