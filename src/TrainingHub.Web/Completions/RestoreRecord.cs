using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Completions;

/// <summary>
/// Takes back what somebody revoked by hand: a new row of the ledger with the same facts takes the place of the revoked one and names it, with figure and
/// certificate in the same transaction. Of two who do so the second is told.
/// </summary>
public sealed partial class RestoreRecord(Db db, Transactions transactions, Scope scope, CurrentPerson current, CompleteTraining complete, ILogger<RestoreRecord> logger)
{
    public Task<RestoreOutcome> RunAsync(Guid recordId, string reason, CancellationToken cancel) =>
        transactions.RunAsync<RestoreOutcome>(async cancel =>
        {
            var (reach, own) = (scope.People(Capability.RevokeRecords), current.Id);
            var revoked = await db.TrainingRecords.AsNoTracking()
                .SingleOrDefaultAsync(record => record.Id == recordId && record.PersonId != own && reach.Any(person => person.Id == record.PersonId), cancel);
            if (revoked is null)
            {
                return new RestoreOutcome.NotFound();
            }

            if (!await db.RevokedByHand().AnyAsync(revocation => revocation.RecordId == recordId, cancel))
            {
                return new RestoreOutcome.NotRevoked();
            }

            var standing = await db.TrainingRecords.Where(other => other.PersonId == revoked.PersonId && other.ProgrammeId == revoked.ProgrammeId
                && !db.Revocations.Any(revocation => revocation.RecordId == other.Id)).Select(other => new { other.CompletionDay, other.ValidUntil }).ToListAsync(cancel);
            if (standing.Exists(other => !TrainingRecord.MayStandTogether((revoked.CompletionDay, revoked.ValidUntil), (other.CompletionDay, other.ValidUntil))))
            {
                return new RestoreOutcome.Overlaps();
            }

            await complete.RestoreAsync(revoked, new Lapse(own, reason), cancel);
            LogRestored(logger, recordId, own);
            return new RestoreOutcome.Restored();
        }, cancel);

    [LoggerMessage(603, LogLevel.Information, "Record {RecordId} was restored by person {PersonId}")]
    private static partial void LogRestored(ILogger logger, Guid recordId, Guid personId);
}
