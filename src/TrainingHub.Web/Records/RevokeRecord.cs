using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>Revokes a record, and with it its certificate, by appending a row. The person leaves the covered in the same transaction.</summary>
public sealed partial class RevokeRecord(
    Db db, Transactions transactions, Scope scope, CurrentPerson current, IFigures figures, TellRevoked tell, Ids ids, DayClock clock, ILogger<RevokeRecord> logger)
{
    public Task<RevokeOutcome> RunAsync(Guid recordId, string reason, CancellationToken cancel) =>
        transactions.RunAsync<RevokeOutcome>(async cancel =>
        {
            var reach = scope.People(Capability.RevokeRecords);
            var personId = await db.TrainingRecords
                .Where(r => r.Id == recordId && reach.Any(person => person.Id == r.PersonId))
                .Select(r => (Guid?)r.PersonId).SingleOrDefaultAsync(cancel);
            if (personId is not { } holder)
            {
                return new RevokeOutcome.NotFound();
            }

            if (await db.Revocations.AnyAsync(r => r.RecordId == recordId, cancel))
            {
                return new RevokeOutcome.AlreadyRevoked();
            }

            await AppendAsync(recordId, reason, cancel);
            await figures.CountAgainAsync(new FactsChanged { People = [holder] }, cancel);
            await tell.RunAsync([recordId], reason, cancel);
            LogRevoked(logger, recordId, current.Id);
            return new RevokeOutcome.Revoked();
        }, cancel);

    private async Task AppendAsync(Guid recordId, string reason, CancellationToken cancel)
    {
        db.Revocations.Add(new Revocation { Id = ids.Next(), RecordId = recordId, RecordedAt = clock.Now, RecordedBy = current.Id, Reason = reason });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException($"Somebody else revoked record {recordId} in the same moment.");
        }
    }

    [LoggerMessage(601, LogLevel.Information, "Record {RecordId} was revoked by person {PersonId}")]
    private static partial void LogRevoked(ILogger logger, Guid recordId, Guid personId);
}
