using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// Takes back an exclusion from a day on: by the unit that asked, or by the unit above it. Earlier days keep it. The person counts again
/// in the same transaction.
/// </summary>
public sealed class WithdrawExclusion(
    Db db, Transactions transactions, Scope scope, UnitsBelow below, CurrentPerson current, IFigures figures, Ids ids, DayClock clock)
{
    public async Task<ExclusionOutcome> RunAsync(Guid targetId, Guid exclusionId, WithdrawalInput input, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync(cancel => WithdrawAsync(targetId, exclusionId, input, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ExclusionOutcome.Changed();
        }
    }

    private async Task<ExclusionOutcome> WithdrawAsync(Guid targetId, Guid exclusionId, WithdrawalInput input, CancellationToken cancel)
    {
        var (own, above) = (scope.Organizations(Capability.DeclarePositions), below.Organizations(Capability.ConfirmDeclarations));
        var known = await db.Exclusions.SingleOrDefaultAsync(
            e => e.Id == exclusionId && e.TargetId == targetId && (own.Contains(e.OrganizationId) || above.Contains(e.OrganizationId)), cancel);
        if (known is null)
        {
            return new ExclusionOutcome.NotFound();
        }

        if (known.SupersededAt is not null || known.State is not (ExclusionState.Asked or ExclusionState.Approved))
        {
            return new ExclusionOutcome.Changed();
        }

        var from = input.From ?? clock.Today;
        if (from > known.Until)
        {
            return new ExclusionOutcome.Ended();
        }

        known.Supersede(clock.Now);
        if (known.From < from)
        {
            db.Exclusions.Add(Row(known, known.FactId, known.State, known.From, from.AddDays(-1), known.Reason));
        }

        db.Exclusions.Add(Row(known, known.From < from ? null : known.FactId, ExclusionState.Withdrawn, known.From < from ? from : known.From, known.Until, input.Reason));
        await db.SaveChangesAsync(cancel);
        await figures.CountAgainAsync(new FactsChanged { People = [known.PersonId] }, cancel);
        return new ExclusionOutcome.Recorded();
    }

    private Exclusion Row(Exclusion known, Guid? factId, ExclusionState state, DateOnly from, DateOnly until, string? reason)
    {
        var id = ids.Next();
        return new Exclusion
        {
            Id = id,
            FactId = factId ?? id,
            PersonId = known.PersonId,
            TargetId = known.TargetId,
            OrganizationId = known.OrganizationId,
            Why = known.Why,
            State = state,
            From = from,
            Until = until,
            RecordedAt = clock.Now,
            RecordedBy = current.Id,
            Reason = reason,
        };
    }
}
