using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Notices;

/// <summary>The number beside the bell, which every page asks for; compiled once.</summary>
public sealed class UnreadNotices
{
    /// <summary>As many and more are shown as 99+.</summary>
    public const int Most = 100;

    private readonly Func<Db, Guid, Task<int>> _count = EF.CompileAsyncQuery((Db db, Guid personId) =>
        db.Notices.Where(notice => notice.PersonId == personId && notice.ReadAt == null).Take(Most).Count());

    public Task<int> CountAsync(Db db, Guid personId) => _count(db, personId);
}
