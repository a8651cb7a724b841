using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>Calls people to one batch of a plan, but for those who were trained meanwhile, or called to another session of the plan, or to one that asks for the same: unless the plan asks for these, too.</summary>
public sealed class CallPlanned(Db db, CallPeople call, EqualProgrammes programmes, DayClock clock)
{
    /// <summary>Whether people of a plan are still being called in the background, for whoever applied it: until then it stays as it is. What has failed goes on no more.</summary>
    public Task<bool> IsGoingOnAsync(Guid planId, CancellationToken cancel) =>
        db.KeptProposals.AnyAsync(one => one.PlanId == planId && one.CallsDone < one.Calls && one.Faults < KeptProposal.MostFaults, cancel);

    /// <summary>Within the caller's transaction. Who is on the list already is not called again.</summary>
    public async Task RunAsync(Guid sessionId, FoundPlan found, IReadOnlyList<Guid> people, CancellationToken cancel)
    {
        var (targetId, planId, includesOthers, today) = (found.Target.Id, found.Plan.Id, found.Plan.IncludesOthers, clock.Today);
        var equal = await programmes.RunAsync(found, cancel);
        var elsewhere = await (
            from one in db.Participants
            join session in db.TrainingSessions on one.SessionId equals session.Id
            where one.PersonId != null && people.Contains(one.PersonId.Value) && one.State != ParticipantState.Declined
                && session.Id != sessionId && session.Standing == SessionStanding.Planned && session.LastDay >= today
                && ((!includesOthers && equal.Contains(session.ProgrammeId)) || db.PlannedBatches.Any(batch => batch.PlanId == planId && batch.SessionId == session.Id))
            select one.PersonId).ToListAsync(cancel);
        // Who was trained since the plan was computed is not called.
        var missing = await db.CoverageStandings.Where(standing => standing.TargetId == targetId && standing.Kind == StandingKind.Missing && people.Contains(standing.PersonId))
            .Select(standing => standing.PersonId).ToListAsync(cancel);
        await call.RunAsync(sessionId, [.. people.Intersect(missing.Except(elsewhere.OfType<Guid>()))], cancel);
    }
}
