using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Completions;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>Takes hours of a contest back by appending why; records that rest on them are revoked in the same transaction.</summary>
public sealed class RevokeCredit(Db db, Transactions transactions, CompleteTraining complete, CurrentPerson current, Ids ids, DayClock clock)
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

        db.Revocations.Add(new Revocation { Id = ids.Next(), RecordId = creditId, RecordedAt = clock.Now, RecordedBy = current.Id, Reason = reason });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Somebody else took the hours back in the same moment.");
        }

        await complete.ReviewAsync([credit.PersonId], [], new Lapse(current.Id, reason), cancel);
        return true;
    }, cancel);
}
