using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Notices;

/// <summary>Marks a person's own notices as read or unread.</summary>
public sealed class ReadNotices(Db db, Transactions transactions, DayClock clock)
{
    /// <summary>The notice after the change; null when it is nobody's or somebody else's.</summary>
    public async Task<Notice?> RunAsync(Guid personId, Guid noticeId, bool isRead, CancellationToken cancel)
    {
        // What was read is opened again without writing anything.
        var found = await db.Notices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Id == noticeId && notice.PersonId == personId, cancel);
        if (found is null || found.ReadAt is not null == isRead)
        {
            return found;
        }

        return await transactions.RunAsync(async cancel =>
        {
            var notice = await db.Notices.SingleAsync(notice => notice.Id == noticeId, cancel);
            notice.Read(isRead, clock.Now);
            await db.SaveChangesAsync(cancel);
            return notice;
        }, cancel);
    }

    /// <summary>All of them.</summary>
    public Task AllAsync(Guid personId, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        DateTime? now = clock.Now;
        await db.Notices.Where(notice => notice.PersonId == personId && notice.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), cancel);
    }, cancel);
}
