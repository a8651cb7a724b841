using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>
/// Makes the sessions that a plan still lacks and calls people to them as it proposes, once. People are called batch by batch, so that nobody's answers wait for thousands
/// of calls; whom a broken machine leaves uncalled is proposed again by the plan.
/// </summary>
public sealed class ApplyPlan(Db db, Transactions transactions, ReadProposal proposals, PlanSession plan, CallPlanned call, PlanSignal signal, Scope scope, CurrentPerson current, Ids ids, DayClock clock)
{
    // What was computed longer ago is computed anew and looked at once more.
    private static readonly TimeSpan LongestKept = TimeSpan.FromHours(1);

    /// <param name="found">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="mark">Of the proposal that the form showed.</param>
    /// <param name="cancel">Ends it while nothing is written.</param>
    public async Task<ApplyOutcome> RunAsync(FoundPlan found, int version, string mark, CancellationToken cancel)
    {
        if (found.Plan.Version != version)
        {
            return Late(found.Plan, version);
        }

        // Computed before anything is held.
        var proposal = await proposals.RunAsync(found, cancel);
        if (proposal?.ComputedAt is { } computed && clock.Now - computed > LongestKept)
        {
            await proposals.AskAsync(found, cancel);
            return new ApplyOutcome.Changed();
        }

        if (proposal is null || !string.Equals(proposal.Mark, mark, StringComparison.Ordinal))
        {
            return await LateAsync(found.Plan.Id, version, cancel);
        }

        if (proposal.NewPeople is 0)
        {
            return new ApplyOutcome.Nobody();
        }

        Dictionary<int, Guid>? sessions;
        try
        {
            sessions = await transactions.RunAsync(cancel => BeginAsync(found, version, proposal, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            sessions = null;
        }

        db.ChangeTracker.Clear();
        if (sessions is null)
        {
            return await LateAsync(found.Plan.Id, version, cancel);
        }

        if (proposal.ComputedAt is not null)
        {
            // Thousands are called in the background, and the plan's page says how far it is.
            signal.Wake();
            return new ApplyOutcome.Done();
        }

        foreach (var group in proposal.Rows.Where(row => row.Placed is { IsNew: true }).GroupBy(row => row.Batch ?? 0))
        {
            foreach (var people in group.Select(row => row.PersonId).Chunk(CallPeople.Most))
            {
                // A second click breaks off the first request: what was begun is done to the end.
                await transactions.RunAsync(cancel => call.RunAsync(sessions[group.Key], found, people, cancel), CancellationToken.None);
                db.ChangeTracker.Clear();
            }
        }

        return new ApplyOutcome.Done();
    }

    /// <summary>For a form that shows an earlier state: whether that very version was applied, and by whom.</summary>
    private ApplyOutcome Late(BatchPlan now, int version) =>
        now.AppliedVersion != version ? new ApplyOutcome.Changed() : now.AppliedBy == current.Id ? new ApplyOutcome.Done() : new ApplyOutcome.Applied();

    private async Task<ApplyOutcome> LateAsync(Guid planId, int version, CancellationToken cancel) =>
        await db.BatchPlans.AsNoTracking().SingleOrDefaultAsync(one => one.Id == planId, cancel) is { } now ? Late(now, version) : new ApplyOutcome.Changed();

    /// <summary>Marks the version as applied and makes the sessions: of two requests one does.</summary>
    /// <returns>The session of each batch; null where the plan is another one by now.</returns>
    private async Task<Dictionary<int, Guid>?> BeginAsync(FoundPlan found, int version, PlanProposal proposal, CancellationToken cancel)
    {
        var planId = found.Plan.Id;
        if (await db.BatchPlans.SingleOrDefaultAsync(one => one.Id == planId, cancel) is not { } kept || kept.Version != version || await call.IsGoingOnAsync(planId, cancel) || !await KeepsAsync(proposal, cancel))
        {
            return null;
        }

        if (proposal.ComputedAt is not null && !await BeginCallsAsync(planId, proposal, cancel))
        {
            return null;
        }

        kept.Apply(current.Id, clock.Now, proposal.NewPeople);
        await db.SaveChangesAsync(cancel);
        var batches = await db.PlannedBatches.Where(batch => batch.PlanId == planId).ToListAsync(cancel);
        await MakeAsync(found, batches, proposal, cancel);
        return batches.Where(batch => batch.SessionId is not null).ToDictionary(batch => batch.Number, batch => batch.SessionId ?? default);
    }

    /// <summary>False where it is being computed anew.</summary>
    private async Task<bool> BeginCallsAsync(Guid planId, PlanProposal proposal, CancellationToken cancel)
    {
        var personId = current.Id;
        if (await db.KeptProposals.SingleOrDefaultAsync(one => one.PlanId == planId && one.PersonId == personId, cancel) is not { IsCalling: false } kept || kept.ComputedAt != proposal.ComputedAt)
        {
            return false;
        }

        kept.BeginCalls(CallProposed.Calls(kept).Count());
        return true;
    }

    /// <summary>Whether the current person keeps every session to which somebody may be called, and which may be followed: a grant may have ended since.</summary>
    private async Task<bool> KeepsAsync(PlanProposal proposal, CancellationToken cancel)
    {
        var (sessions, reach) = (proposal.Batches.Select(batch => batch.Facts.Session?.Id).OfType<Guid>().ToList(), scope.Organizations(Capability.ManageSessions));
        return await db.TrainingSessions.CountAsync(session => sessions.Contains(session.Id) && reach.Contains(session.OrganizationId), cancel) == sessions.Count;
    }

    /// <summary>Sessions for the batches to which somebody goes: further batches of the plan's first session, or a series of their own.</summary>
    private async Task MakeAsync(FoundPlan found, List<PlannedBatch> batches, PlanProposal proposal, CancellationToken cancel)
    {
        var first = proposal.Batches.Select(batch => batch.Facts.Session).OfType<TrainingSession>().FirstOrDefault(session => session.ProgrammeId == found.Target.Terms.ProgrammeId);
        var (series, owner, last, like) = (ids.Next(), found.Unit.Id, 0, (SessionTerms?)null);
        if (first is not null)
        {
            await db.LockSessionAsync(first.Id, cancel);
            (series, owner) = (first.SeriesId, first.OrganizationId);
            last = await db.TrainingSessions.Where(session => session.SeriesId == first.SeriesId).MaxAsync(session => session.Batch, cancel);
            like = first.TermsWith(await db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == first.Id).ToListAsync(cancel));
        }

        foreach (var line in proposal.Batches.Where(batch => batch is { Facts.Session: null, New: > 0 }))
        {
            var batch = batches.Single(one => one.Number == line.Number);
            var code = await plan.AddAsync(owner, series, ++last, batch.Terms(like, found.Plan.Title, found.Target.Terms.ProgrammeId), cancel);
            batch.SessionId = await db.TrainingSessions.Where(session => session.Code == code).Select(session => session.Id).SingleAsync(cancel);
        }

        await db.SaveChangesAsync(cancel);
    }
}
