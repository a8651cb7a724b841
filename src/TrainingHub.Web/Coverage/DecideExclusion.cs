using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>The unit above approves or refuses an exclusion; approved, it leaves the figures in the same transaction.</summary>
public sealed class DecideExclusion(Db db, Transactions transactions, UnitsBelow below, CurrentPerson current, IFigures figures, Ids ids, DayClock clock)
{
    public async Task<ExclusionOutcome> RunAsync(Guid targetId, Guid exclusionId, bool isApproved, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync(cancel => DecideAsync(targetId, exclusionId, isApproved, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ExclusionOutcome.Changed();
        }
    }

    private async Task<ExclusionOutcome> DecideAsync(Guid targetId, Guid exclusionId, bool isApproved, CancellationToken cancel)
    {
        var reach = below.Organizations(Capability.ConfirmDeclarations);
        var asked = await db.Exclusions.SingleOrDefaultAsync(e => e.Id == exclusionId && e.TargetId == targetId && reach.Contains(e.OrganizationId), cancel);
        if (asked is null)
        {
            return new ExclusionOutcome.NotFound();
        }

        if (asked.SupersededAt is not null || asked.State is not ExclusionState.Asked)
        {
            return new ExclusionOutcome.Changed();
        }

        asked.Supersede(clock.Now);
        db.Exclusions.Add(new Exclusion
        {
            Id = ids.Next(),
            FactId = asked.FactId,
            PersonId = asked.PersonId,
            TargetId = asked.TargetId,
            OrganizationId = asked.OrganizationId,
            Why = asked.Why,
            State = isApproved ? ExclusionState.Approved : ExclusionState.Refused,
            From = asked.From,
            Until = asked.Until,
            RecordedAt = clock.Now,
            RecordedBy = current.Id,
            Reason = asked.Reason,
        });
        await db.SaveChangesAsync(cancel);
        await figures.CountAgainAsync(new FactsChanged { People = [asked.PersonId] }, cancel);
        return new ExclusionOutcome.Recorded();
    }
}
