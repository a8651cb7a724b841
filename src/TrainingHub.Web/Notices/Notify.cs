using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Notices;

/// <summary>
/// Tells people something, in the transaction that causes it: what is rolled back was never told. Who was told of the same cause before is passed
/// over. For who wants mail a letter is laid out beside it, which a worker sends.
/// </summary>
public sealed class Notify(Db db, Letters letters, Ids ids, DayClock clock)
{
    /// <returns>How many were told.</returns>
    public async Task<int> RunAsync(IReadOnlyCollection<NoticeDraft> drafts, CancellationToken cancel)
    {
        var fresh = await FreshAsync(drafts, cancel);
        if (fresh.Count is 0)
        {
            return 0;
        }

        var notices = fresh.ConvertAll(draft => draft.At(ids.Next(), clock.Now));
        db.Notices.AddRange(notices);
        await letters.AddAsync(notices, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Somebody else told the same person of the same thing in the same moment.");
        }

        return notices.Count;
    }

    private async Task<List<NoticeDraft>> FreshAsync(IReadOnlyCollection<NoticeDraft> drafts, CancellationToken cancel)
    {
        if (drafts.Count is 0)
        {
            return [];
        }

        var (people, keys) = (drafts.Select(draft => draft.PersonId).Distinct().ToList(), drafts.Select(draft => draft.Key).Distinct(StringComparer.Ordinal).ToList());
        var told = (await db.Notices.Where(notice => people.Contains(notice.PersonId) && keys.Contains(notice.Key)).Select(notice => new { notice.PersonId, notice.Key }).ToListAsync(cancel))
            .Select(one => (one.PersonId, one.Key)).ToHashSet();
        return [.. drafts.DistinctBy(draft => (draft.PersonId, draft.Key)).Where(draft => !told.Contains((draft.PersonId, draft.Key)))];
    }
}
