using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>A unit asks that a person who counts there be not counted for some days. It changes no figure until the unit above approves.</summary>
public sealed class AskExclusion(Db db, Transactions transactions, Scope scope, CurrentPerson current, Ids ids, DayClock clock)
{
    public Task<ExclusionOutcome> RunAsync(Guid targetId, ExclusionInput input, CancellationToken cancel) =>
        transactions.RunAsync<ExclusionOutcome>(async cancel =>
        {
            var (personId, from, until, reach) = (input.Person, input.From ?? clock.Today, input.Until ?? Day.Open, scope.Organizations(Capability.DeclarePositions));
            var unit = await db.CoverageStandings
                .Where(s => s.TargetId == targetId && s.PersonId == personId && reach.Contains(s.OrganizationId)
                    && (s.Kind == StandingKind.Missing || s.Kind == StandingKind.Covered || s.Kind == StandingKind.Excluded))
                .Select(s => new { s.PersonId, s.OrganizationId }).SingleOrDefaultAsync(cancel);
            if (unit is null)
            {
                return new ExclusionOutcome.NotFound();
            }

            var others = db.Exclusions.Known();
            if (await others.AnyAsync(e => e.TargetId == targetId && e.PersonId == personId && (e.State == ExclusionState.Asked || e.State == ExclusionState.Approved) && e.From <= until && from <= e.Until, cancel))
            {
                return new ExclusionOutcome.Overlaps();
            }

            var id = ids.Next();
            db.Exclusions.Add(new Exclusion
            {
                Id = id,
                FactId = id,
                PersonId = unit.PersonId,
                TargetId = targetId,
                OrganizationId = unit.OrganizationId,
                Why = input.Why,
                State = ExclusionState.Asked,
                From = from,
                Until = until,
                RecordedAt = clock.Now,
                RecordedBy = current.Id,
                Reason = input.Reason,
            });
            await db.SaveChangesAsync(cancel);
            return new ExclusionOutcome.Recorded();
        }, cancel);
}
