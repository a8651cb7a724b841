using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>A plan with what it proposes now, and the sessions that may join it.</summary>
public sealed class PlanPageQuery(Db db, Scope scope, ReadProposal proposals, DayClock clock)
{
    private const int MostSessions = 100;

    /// <summary>Null while what it proposes is being computed.</summary>
    public async Task<PlanPage?> RunAsync(FoundPlan found, PlanFilter filter, CancellationToken cancel)
    {
        if (await proposals.RunAsync(found, cancel) is not { } proposal)
        {
            return null;
        }

        var rows = filter.Of(proposal.Rows);
        var pages = Pages.Of(filter.Page, rows.Count);
        var by = found.Plan.AppliedBy;
        return new PlanPage
        {
            Proposal = proposal,
            Filter = filter,
            Rows = [.. rows.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)],
            Pages = pages,
            Sessions = [.. (await Joinable(found).Take(MostSessions).ToListAsync(cancel)).Select(session => (session.Code, session.Title, session.Batch, session.FirstDay, session.Place, session.Seats))],
            AppliedBy = by is null ? null : await db.People.Where(person => person.Id == by && person.AnonymizedAt == null).Select(person => person.Name).SingleOrDefaultAsync(cancel),
            Terms = new PlanInput { Title = found.Plan.Title, Posts = [.. found.Plan.Posts.Posts()], Share = found.Plan.SharePercent, IncludesOthers = found.Plan.IncludesOthers, Version = found.Plan.Version },
        };
    }

    /// <summary>Sessions that may join a plan.</summary>
    public IQueryable<TrainingSession> Joinable(FoundPlan found)
    {
        var (reach, programmeId, today, planId) = (scope.Organizations(Capability.ManageSessions), found.Target.Terms.ProgrammeId, clock.Today, found.Plan.Id);
        return db.TrainingSessions.AsNoTracking()
            .Where(session => reach.Contains(session.OrganizationId) && session.ProgrammeId == programmeId && session.Standing == SessionStanding.Planned && session.FirstDay > today
                && !db.PlannedBatches.Any(batch => batch.PlanId == planId && batch.SessionId == session.Id))
            .OrderBy(session => session.FirstDay).ThenBy(session => session.SeriesId).ThenBy(session => session.Batch).ThenBy(session => session.Id);
    }
}
