using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Awards;

/// <summary>Revokes the certificate of an award by appending why, and tells its holder.</summary>
public sealed class RevokeAward(Db db, Transactions transactions, AppendRevocation append, Notify notify)
{
    /// <param name="contestId">One whose unit's certificates the person may revoke: the caller has asked.</param>
    /// <param name="awardId">The award.</param>
    /// <param name="reason">Told to the holder.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>False: it was revoked before. Null: the contest gave no such certificate.</returns>
    public Task<bool?> RunAsync(Guid contestId, Guid awardId, string reason, CancellationToken cancel) => transactions.RunAsync<bool?>(async cancel =>
    {
        if (await db.Certificates.AsNoTracking().SingleOrDefaultAsync(one => one.RecordId == awardId && db.ContestAwards.Any(award => award.Id == awardId && award.ContestId == contestId), cancel) is not { } certificate)
        {
            return null;
        }

        if (await db.Revocations.AnyAsync(one => one.RecordId == awardId, cancel))
        {
            return false;
        }

        await append.RunAsync(awardId, reason, cancel);

        await notify.RunAsync(
            [new NoticeDraft(certificate.PersonId, NoticeKind.Revocation, $"revocation:{awardId:N}", $"/certificates/{Uri.EscapeDataString(certificate.Serial)}") { About = certificate.ProgrammeName, Day = certificate.CompletionDay, Detail = reason }], cancel);
        return true;
    }, cancel);
}
