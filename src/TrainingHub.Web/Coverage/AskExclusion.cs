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
            if (await FindObstacleAsync(targetId, input, cancel) is { } obstacle)
            {
                return obstacle;
            }

            // Somebody may have ended the post, or counted anew, since.
            if (await Counted(targetId, input).Select(s => new { s.PersonId, s.OrganizationId }).SingleOrDefaultAsync(cancel) is not { } counted)
            {
                return new ExclusionOutcome.NotFound();
            }

            var id = ids.Next();
            db.Exclusions.Add(new Exclusion
            {
                Id = id,
                FactId = id,
                PersonId = counted.PersonId,
                TargetId = targetId,
                OrganizationId = counted.OrganizationId,
                Why = input.Why,
                State = ExclusionState.Asked,
                From = input.From ?? clock.Today,
                Until = input.Until ?? Day.Open,
                RecordedAt = clock.Now,
                RecordedBy = current.Id,
                Reason = input.Reason,
            });
            await db.SaveChangesAsync(cancel);
            return new ExclusionOutcome.Recorded();
        }, cancel);

    /// <summary>Why it cannot be asked; null when it can. Writes nothing.</summary>
    internal async Task<ExclusionOutcome?> FindObstacleAsync(Guid targetId, ExclusionInput input, CancellationToken cancel)
    {
        var (personId, from, until) = (input.Person, input.From ?? clock.Today, input.Until ?? Day.Open);
        if (!await Counted(targetId, input).AnyAsync(cancel))
        {
            return new ExclusionOutcome.NotFound();
        }

        return await db.Exclusions.Known().AnyAsync(e => e.TargetId == targetId && e.PersonId == personId
            && (e.State == ExclusionState.Asked || e.State == ExclusionState.Approved) && e.From <= until && from <= e.Until, cancel)
            ? new ExclusionOutcome.Overlaps()
            : null;
    }

    // Where the person counts in the target; nowhere when that is out of reach.
    private IQueryable<CoverageStanding> Counted(Guid targetId, ExclusionInput input)
    {
        var (personId, reach) = (input.Person, scope.Organizations(Capability.DeclarePositions));
        return db.CoverageStandings.Where(s => s.TargetId == targetId && s.PersonId == personId && reach.Contains(s.OrganizationId)
            && (s.Kind == StandingKind.Missing || s.Kind == StandingKind.Covered || s.Kind == StandingKind.Excluded));
    }
}
