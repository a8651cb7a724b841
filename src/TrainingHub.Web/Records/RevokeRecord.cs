using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Records;

/// <summary>Revokes a record, and with it its certificate, by appending a row. The person leaves the covered in the same transaction.</summary>
public sealed partial class RevokeRecord(
    Db db, Transactions transactions, Scope scope, CurrentPerson current, IFigures figures, AppendRevocation append, TellRevoked tell, ILogger<RevokeRecord> logger)
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

            await append.RunAsync(recordId, reason, cancel);
            await figures.CountAgainAsync(new FactsChanged { People = [holder] }, cancel);
            await tell.RunAsync([recordId], reason, cancel);
            LogRevoked(logger, recordId, current.Id);
            return new RevokeOutcome.Revoked();
        }, cancel);

    [LoggerMessage(601, LogLevel.Information, "Record {RecordId} was revoked by person {PersonId}")]
    private static partial void LogRevoked(ILogger logger, Guid recordId, Guid personId);
}
