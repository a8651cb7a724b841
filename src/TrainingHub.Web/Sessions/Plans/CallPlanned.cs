using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>Calls people to one batch of a plan, but for those who were trained meanwhile, or called to another session that asks for the same: unless the plan asks for them, too.</summary>
public sealed class CallPlanned(Db db, CallPeople call, EqualProgrammes programmes, DayClock clock)
{
    /// <summary>Within the caller's transaction. Who is on the list already is not called again.</summary>
    public async Task RunAsync(Guid sessionId, FoundPlan found, IReadOnlyList<Guid> people, CancellationToken cancel)
    {
        var (targetId, today) = (found.Target.Id, clock.Today);
        var equal = await programmes.RunAsync(found, cancel);
        var elsewhere = found.Plan.IncludesOthers ? [] : await (
            from one in db.Participants
            join session in db.TrainingSessions on one.SessionId equals session.Id
            where one.PersonId != null && people.Contains(one.PersonId.Value) && one.State != ParticipantState.Declined
                && session.Id != sessionId && equal.Contains(session.ProgrammeId) && session.Standing == SessionStanding.Planned && session.LastDay >= today
            select one.PersonId).ToListAsync(cancel);
        // Who was trained since the plan was computed is not called.
        var missing = await db.CoverageStandings.Where(standing => standing.TargetId == targetId && standing.Kind == StandingKind.Missing && people.Contains(standing.PersonId))
            .Select(standing => standing.PersonId).ToListAsync(cancel);
        await call.RunAsync(sessionId, [.. people.Intersect(missing.Except(elsewhere.OfType<Guid>()))], cancel);
    }
}
