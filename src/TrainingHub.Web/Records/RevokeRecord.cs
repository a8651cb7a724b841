using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>Revokes a record, and with it its certificate, by appending a row. The person leaves the covered in the same transaction.</summary>
public sealed class RevokeRecord(Db db, Transactions transactions, Scope scope, CurrentPerson current, IFigures figures, Ids ids, DayClock clock)
{
    public Task<RevokeOutcome> RunAsync(Guid recordId, string reason, CancellationToken cancel) =>
        transactions.RunAsync<RevokeOutcome>(async cancel =>
        {
            var reach = scope.People(Capability.RevokeRecords);
            var record = await db.TrainingRecords.AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == recordId && reach.Any(person => person.Id == r.PersonId), cancel);
            if (record is null)
            {
                return new RevokeOutcome.NotFound();
            }

            if (await db.Revocations.AnyAsync(r => r.RecordId == recordId, cancel))
            {
                return new RevokeOutcome.AlreadyRevoked();
            }

            db.Revocations.Add(new Revocation { Id = ids.Next(), RecordId = recordId, RecordedAt = clock.Now, RecordedBy = current.Id, Reason = reason });
            await db.SaveChangesAsync(cancel);
            await figures.CountAgainAsync(new FactsChanged { People = [record.PersonId] }, cancel);
            return new RevokeOutcome.Revoked();
        }, cancel);
}
