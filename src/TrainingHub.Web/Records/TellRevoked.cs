using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.Storage;

namespace TrainingHub.Records;

/// <summary>Tells the holders of records that these were revoked, and why; in the transaction that revokes them.</summary>
public sealed class TellRevoked(Db db, Notify notify)
{
    public async Task RunAsync(IReadOnlyCollection<Guid> recordIds, string reason, CancellationToken cancel)
    {
        if (recordIds.Count is 0)
        {
            return;
        }

        var revoked = await (
            from record in db.TrainingRecords
            where recordIds.Contains(record.Id)
            join programme in db.Programmes on record.ProgrammeId equals programme.Id
            select new { record.Id, record.PersonId, record.CompletionDay, programme.Name }).ToListAsync(cancel);
        await notify.RunAsync(
            revoked.ConvertAll(one => new NoticeDraft(one.PersonId, NoticeKind.Revocation, $"revocation:{one.Id:N}", "/records") { About = one.Name, Day = one.CompletionDay, Detail = reason }), cancel);
    }
}
