using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.People.Imports;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Transfers;

/// <summary>Confirms a request, which changes the memberships of the person, or refuses it, which changes none.</summary>
public sealed class DecideTransfer(Db db, Transactions transactions, IFigures figures, DayClock clock, Ids ids)
{
    public Task<DecideOutcome> RunAsync(Guid requestId, bool isConfirmed, Guid personId, CancellationToken cancel) =>
        transactions.RunAsync(async token =>
        {
            var request = await db.TransferRequests.SingleAsync(r => r.Id == requestId, token);
            if (request.State != TransferState.Open)
            {
                return DecideOutcome.DecidedBefore;
            }

            if (isConfirmed && !await MoveAsync(request, personId, token))
            {
                return DecideOutcome.PostChanged;
            }

            request.State = isConfirmed ? TransferState.Confirmed : TransferState.Refused;
            request.DecidedAt = clock.Now;
            request.DecidedBy = personId;
            await db.SaveChangesAsync(token);
            if (isConfirmed)
            {
                await figures.CountAgainAsync(new FactsChanged { People = [request.PersonId] }, token);
            }

            return DecideOutcome.Decided;
        }, cancel);

    private async Task<bool> MoveAsync(TransferRequest request, Guid decidedBy, CancellationToken cancel)
    {
        var now = clock.Now;
        var source = await db.Memberships.Known().SingleOrDefaultAsync(m => m.FactId == request.SourceFactId, cancel);
        var isTransfer = request.Kind == TransferKind.Transfer;
        if (source is null || source.Until < request.From || (isTransfer && source.From >= request.From))
        {
            return false;
        }

        if (isTransfer)
        {
            source.Supersede(now);
            db.Add(Membership(request, decidedBy, now, source.FactId, source.OrganizationId, source.PositionId, source.From, request.From.AddDays(-1), source.Employment, source.IsPrimary, source.IsStartPresumed));
        }

        db.Add(Membership(request, decidedBy, now, null, request.TargetOrganizationId, request.PositionId, request.From, Day.Open, request.Employment, isTransfer && source.IsPrimary, isPresumed: false));
        return true;
    }

    private Membership Membership(
        TransferRequest request, Guid decidedBy, DateTime now, Guid? factId, Guid organizationId, Guid positionId, DateOnly from, DateOnly until,
        Employment employment, bool isPrimary, bool isPresumed)
    {
        var id = ids.Next();
        return new Membership
        {
            Id = id,
            FactId = factId ?? id,
            PersonId = request.PersonId,
            OrganizationId = organizationId,
            PositionId = positionId,
            From = from,
            Until = until,
            Employment = employment,
            IsPrimary = isPrimary,
            IsStartPresumed = isPresumed,
            RecordedAt = now,
            RecordedBy = decidedBy,
            Reason = $"{(request.Kind == TransferKind.Transfer ? "调动" : "兼职")}{request.Code}",
        };
    }
}
