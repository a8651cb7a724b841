using Microsoft.EntityFrameworkCore;
using TrainingHub.People.Imports;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Transfers;

/// <summary>Asks for the person whom a refused row means and who is registered elsewhere. Null when the row asks for nobody, or a request is open.</summary>
public sealed class RequestTransfer(Db db, Transactions transactions, DayClock clock, Ids ids)
{
    public Task<TransferRequest?> RunAsync(RosterImport import, int sequence, TransferKind kind, Guid askedBy, CancellationToken cancel) =>
        transactions.RunAsync(async token =>
        {
            var row = await db.RosterImportRows.SingleOrDefaultAsync(
                r => r.ImportId == import.Id && r.Sequence == sequence && r.Reason == RowReason.RegisteredElsewhere && r.Verdict == RowVerdict.Refused, token);
            if (row is not { PersonId: { } personId, OrganizationId: { } target, PositionId: { } position })
            {
                return null;
            }

            var from = row.From ?? import.EffectiveDay;
            var source = await db.Memberships.Known().Where(m => m.PersonId == personId && m.OrganizationId != target && m.Until >= from)
                .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).FirstOrDefaultAsync(token);
            var isOpen = await db.TransferRequests.AnyAsync(r => r.PersonId == personId && r.TargetOrganizationId == target && r.State == TransferState.Open, token);
            if (source is null || isOpen)
            {
                return null;
            }

            var request = new TransferRequest
            {
                Id = ids.Next(),
                Code = Ids.Code(8),
                PersonId = personId,
                NameGiven = row.PersonName,
                Kind = kind,
                SourceOrganizationId = source.OrganizationId,
                SourceFactId = source.FactId,
                TargetOrganizationId = target,
                PositionId = position,
                Employment = row.Employment,
                From = from,
                ImportId = import.Id,
                RequestedAt = clock.Now,
                RequestedBy = askedBy,
            };
            db.Add(request);
            await db.SaveChangesAsync(token);
            return request;
        }, cancel);
}
