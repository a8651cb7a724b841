using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>Whom other plans for the same demand propose that are not applied yet. Of two plans the one that was begun first goes first, so that each person stands in one.</summary>
public sealed class DraftsQuery(Db db, FindPlan find, PlanFactsQuery facts, EqualProgrammes programmes, DayClock clock)
{
    // The latest of those that were begun before: whoever leaves more lying about than that has no use for them.
    private const int MostPlans = 20;

    /// <summary>People and the title of the plan, of those in the reader's reach. Gone through from the one that was begun first: each passes over whom those before it propose.</summary>
    internal async Task<Dictionary<Guid, string>> RunAsync(FoundPlan found, Func<int, int, CancellationToken, Task> tell, CancellationToken cancel)
    {
        var (planId, begun, today) = (found.Plan.Id, found.Plan.CreatedAt, clock.Today);
        var equal = await programmes.RunAsync(found, cancel);
        var plans = await find.Reached().AsNoTracking()
            .Where(plan => plan.Id != planId && (plan.CreatedAt < begun || (plan.CreatedAt == begun && plan.Id.CompareTo(planId) < 0))
                && db.CoverageTargets.Any(target => target.Id == plan.TargetId && equal.Contains(target.ProgrammeId))
                && db.PlannedBatches.Any(batch => batch.PlanId == plan.Id && (batch.SessionId == null ? batch.Day > today
                    : db.TrainingSessions.Any(session => session.Id == batch.SessionId && session.Standing == SessionStanding.Planned && session.FirstDay > today))))
            .OrderByDescending(plan => plan.CreatedAt).ThenByDescending(plan => plan.Id).Select(plan => plan.Id).Take(MostPlans).ToListAsync(cancel);
        plans.Reverse();
        var drafted = new Dictionary<Guid, string>();
        foreach (var (index, id) in plans.Index())
        {
            await tell(index, plans.Count + 1, cancel);
            if (await find.RunAsync(id, cancel) is { } other)
            {
                foreach (var one in (await facts.RunAsync(other, cancel)).WithDrafts(drafted, other.Plan).Propose(other).Placed.Where(placed => placed.IsNew))
                {
                    drafted.TryAdd(one.PersonId, other.Plan.Title);
                }
            }
        }

        await tell(plans.Count, plans.Count + 1, cancel);
        return drafted;
    }
}
