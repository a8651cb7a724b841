using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Notices;

/// <summary>A person's own notices.</summary>
public sealed class NoticesQuery(Db db, CurrentPerson current)
{
    public async Task<NoticesPage> RunAsync(Guid personId, NoticesFilter filter, CancellationToken cancel)
    {
        var own = db.Notices.AsNoTracking().Where(notice => notice.PersonId == personId);
        own = filter.Unread ? own.Where(notice => notice.ReadAt == null) : own;
        own = filter.Kind is { } kind ? own.Where(notice => notice.Kind == kind) : own;
        var pages = Pages.Of(filter.Page, await own.CountAsync(cancel));
        var rows = await own.OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id)
            .Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel);
        return new NoticesPage(filter, rows, pages, (await current.CardAsync()).Unread, await current.MayAsync(Capability.ReadNames));
    }
}
