using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Completions;
using TrainingHub.Notices;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Contests;

/// <summary>Takes hours of a contest back by appending why, and tells whose they were; records that rest on them are revoked in the same transaction.</summary>
public sealed class RevokeCredit(Db db, Transactions transactions, AppendRevocation append, Notify notify, CompleteTraining complete, CurrentPerson current)
{
    /// <param name="contestId">One whose unit's records the person may revoke: the caller has asked.</param>
    /// <param name="creditId">The credit.</param>
    /// <param name="reason">In their words.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>False: it was taken back before. Null: the contest gave no such credit.</returns>
    public Task<bool?> RunAsync(Guid contestId, Guid creditId, string reason, CancellationToken cancel) => transactions.RunAsync<bool?>(async cancel =>
    {
        if (await db.ContestCredits.AsNoTracking().SingleOrDefaultAsync(credit => credit.Id == creditId && credit.ContestId == contestId, cancel) is not { } credit)
        {
            return null;
        }

        if (await db.Revocations.AnyAsync(one => one.RecordId == creditId, cancel))
        {
            return false;
        }

        await append.RunAsync(creditId, reason, cancel);
        var title = await db.Contests.Where(contest => contest.Id == contestId).Select(contest => contest.Title).SingleAsync(cancel);
        await notify.RunAsync([new NoticeDraft(credit.PersonId, NoticeKind.Revocation, $"revocation:{creditId:N}", "/records") { About = title, Day = credit.Day, Detail = reason }], cancel);
        await complete.ReviewAsync([credit.PersonId], [], new Lapse(current.Id, reason), cancel);
        return true;
    }, cancel);
}
