using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>Makes the sessions that a plan still lacks and calls people to them as it proposes: all of it or nothing, and once.</summary>
public sealed class ApplyPlan(
    Db db, Transactions transactions, FindPlan find, ProposalQuery proposals, PlanSession plan, CallPeople call, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="planId">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="mark">Of the proposal that the form showed.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<ApplyOutcome> RunAsync(Guid planId, int version, string mark, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync(cancel => ApplyAsync(planId, version, mark, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another request was faster; what it did stands by now.
            db.ChangeTracker.Clear();
            return await db.BatchPlans.AsNoTracking().SingleOrDefaultAsync(one => one.Id == planId, cancel) is { } now ? Late(now, version) : new ApplyOutcome.Changed();
        }
    }

    private async Task<ApplyOutcome> ApplyAsync(Guid planId, int version, string mark, CancellationToken cancel)
    {
        if (await db.BatchPlans.SingleOrDefaultAsync(one => one.Id == planId, cancel) is not { } kept)
        {
            return new ApplyOutcome.Changed();
        }

        if (kept.Version != version)
        {
            return Late(kept, version);
        }

        // The lists are held from here on: a seat that is free now is free when people are called.
        var batches = await db.PlannedBatches.Where(batch => batch.PlanId == planId).ToListAsync(cancel);
        foreach (var session in batches.Select(batch => batch.SessionId).OfType<Guid>().Order())
        {
            await db.LockSessionAsync(session, cancel);
        }

        if (await find.RunAsync(planId, cancel) is not { } found || await proposals.RunAsync(found, cancel) is not { } proposal || !string.Equals(proposal.Mark, mark, StringComparison.Ordinal))
        {
            return new ApplyOutcome.Changed();
        }

        if (proposal.NewPeople is 0)
        {
            return new ApplyOutcome.Nobody();
        }

        kept.Apply(current.Id, clock.Now, proposal.NewPeople);
        await db.SaveChangesAsync(cancel);
        await MakeAsync(found, batches, proposal, cancel);
        await CallAsync(batches, proposal, cancel);
        return new ApplyOutcome.Done();
    }

    /// <summary>For a form that shows an earlier version: whether that very version was applied, and by whom.</summary>
    private ApplyOutcome Late(BatchPlan now, int version) =>
        now.AppliedVersion != version ? new ApplyOutcome.Changed() : now.AppliedBy == current.Id ? new ApplyOutcome.Done() : new ApplyOutcome.Applied();

    /// <summary>Sessions for the batches to which somebody goes: further batches of the plan's first session, or a series of their own.</summary>
    private async Task MakeAsync(FoundPlan found, List<PlannedBatch> batches, PlanProposal proposal, CancellationToken cancel)
    {
        var first = proposal.Batches.Select(batch => batch.Facts.Session).OfType<TrainingSession>().FirstOrDefault(session => session.ProgrammeId == found.Target.Terms.ProgrammeId);
        var like = first?.TermsWith(await db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == first.Id).ToListAsync(cancel));
        var (series, owner, last) = first is null
            ? (ids.Next(), found.Unit.Id, 0)
            : (first.SeriesId, first.OrganizationId, await db.TrainingSessions.Where(session => session.SeriesId == first.SeriesId).MaxAsync(session => session.Batch, cancel));
        foreach (var line in proposal.Batches.Where(batch => batch is { Facts.Session: null, New: > 0 }))
        {
            var batch = batches.Single(one => one.Number == line.Number);
            var code = await plan.AddAsync(owner, series, ++last, batch.Terms(like, found.Plan.Title, found.Target.Terms.ProgrammeId), cancel);
            batch.SessionId = await db.TrainingSessions.Where(session => session.Code == code).Select(session => session.Id).SingleAsync(cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task CallAsync(List<PlannedBatch> batches, PlanProposal proposal, CancellationToken cancel)
    {
        var sessions = batches.ToDictionary(batch => batch.Number, batch => batch.SessionId);
        foreach (var group in proposal.Rows.Where(row => row.Placed is { IsNew: true }).GroupBy(row => row.Batch ?? 0))
        {
            foreach (var people in group.Select(row => row.PersonId).Chunk(CallPeople.Most))
            {
                await call.RunAsync(sessions[group.Key] ?? throw new InvalidOperationException($"Batch {group.Key} has no session."), people, cancel);
            }
        }
    }
}
