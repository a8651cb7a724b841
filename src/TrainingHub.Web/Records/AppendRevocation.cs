using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>Appends that the current person revokes something, within the caller's transaction: there is one revocation of each thing.</summary>
public sealed class AppendRevocation(Db db, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="id">Of the record, award, credit or guest's certificate; that it is not revoked yet is for the caller to ask.</param>
    /// <param name="reason">In their words.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="RepeatTransactionException">Somebody else revoked it in the same moment.</exception>
    public async Task RunAsync(Guid id, string reason, CancellationToken cancel)
    {
        db.Revocations.Add(new Revocation { Id = ids.Next(), RecordId = id, RecordedAt = clock.Now, RecordedBy = current.Id, Reason = reason });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException($"Somebody else revoked {id} in the same moment.");
        }
    }
}
