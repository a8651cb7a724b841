using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>Changes a plan; who saw an earlier version is told and nothing is overwritten.</summary>
public sealed class ChangePlan(Db db, Transactions transactions, CallPlanned call, CurrentPerson current, DayClock clock)
{
    /// <param name="planId">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="change">The step.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Done, Changed where somebody was faster, Over as long as people are called to its batches in the background, Bound where there would be too many batches.</returns>
    public async Task<SessionOutcome> RunAsync(Guid planId, int version, PlanChange change, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync(cancel => StepAsync(planId, version, change, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new SessionOutcome.Changed();
        }
    }

    private async Task<SessionOutcome> StepAsync(Guid planId, int version, PlanChange change, CancellationToken cancel)
    {
        if (await db.BatchPlans.SingleOrDefaultAsync(plan => plan.Id == planId, cancel) is not { } plan || plan.Version != version)
        {
            return new SessionOutcome.Changed();
        }

        // People are called by the numbers of the batches, which stay whose they are until the last one is called.
        if (change is PlanChange.Sessions or PlanChange.NewBatches or PlanChange.WithoutBatch && await call.IsGoingOnAsync(planId, cancel))
        {
            return new SessionOutcome.Over();
        }

        // First of all the version: of two at once the second waits here, and finds another one.
        plan.Change(current.Id, clock.Now);
        await db.SaveChangesAsync(cancel);
        var isDone = change switch
        {
            PlanChange.Terms terms => Put(plan, terms),
            PlanChange.Sessions sessions => await AddAsync(plan, sessions, cancel),
            PlanChange.NewBatches batches => await AddAsync(plan, batches, cancel),
            PlanChange.WithoutBatch(var number) => await RemoveAsync(plan, number, cancel),
            PlanChange.Wishes wishes => await WishAsync(plan, wishes, cancel),
            PlanChange.Discarded => await DiscardAsync(plan, cancel),
            _ => throw new UnreachableException(),
        };
        await db.SaveChangesAsync(cancel);
        return isDone ? new SessionOutcome.Done() : new SessionOutcome.Bound();
    }

    private static bool Put(BatchPlan plan, PlanChange.Terms terms)
    {
        (plan.Title, plan.Posts, plan.SharePercent, plan.IncludesOthers) = (terms.Title, terms.Posts, terms.SharePercent, terms.IncludesOthers);
        return true;
    }

    private async Task<bool> AddAsync(BatchPlan plan, PlanChange.Sessions sessions, CancellationToken cancel)
    {
        var present = await db.PlannedBatches.Where(batch => batch.PlanId == plan.Id).ToListAsync(cancel);
        var added = sessions.SessionIds.Except(present.Select(batch => batch.SessionId).OfType<Guid>()).ToList();
        var next = present.Count is 0 ? 1 : present.Max(batch => batch.Number) + 1;
        db.PlannedBatches.AddRange(added.Index().Select(one => new PlannedBatch { PlanId = plan.Id, Number = next + one.Index, SessionId = one.Item }));
        return present.Count + added.Count <= BatchPlan.MostBatches || Forget();
    }

    private async Task<bool> AddAsync(BatchPlan plan, PlanChange.NewBatches batches, CancellationToken cancel)
    {
        var present = await db.PlannedBatches.Where(batch => batch.PlanId == plan.Id).Select(batch => batch.Number).ToListAsync(cancel);
        var next = present.Count is 0 ? 1 : present.Max() + 1;
        db.PlannedBatches.AddRange(batches.Days.Index().Select(one => new PlannedBatch
        {
            PlanId = plan.Id,
            Number = next + one.Index,
            Day = one.Item,
            HasMorning = batches.HasMorning,
            HasAfternoon = batches.HasAfternoon,
            Place = batches.Place,
            Seats = batches.Seats,
        }));
        return present.Count + batches.Days.Count <= BatchPlan.MostBatches || Forget();
    }

    /// <summary>What was too many is not saved.</summary>
    private bool Forget()
    {
        foreach (var entry in db.ChangeTracker.Entries<PlannedBatch>().Where(entry => entry.State is EntityState.Added).ToList())
        {
            entry.State = EntityState.Detached;
        }

        return false;
    }

    private async Task<bool> RemoveAsync(BatchPlan plan, int number, CancellationToken cancel)
    {
        await db.PlannedBatches.Where(batch => batch.PlanId == plan.Id && batch.Number == number).ExecuteDeleteAsync(cancel);
        await db.PlanWishes.Where(wish => wish.PlanId == plan.Id && wish.Number == number).ExecuteDeleteAsync(cancel);
        return true;
    }

    private async Task<bool> WishAsync(BatchPlan plan, PlanChange.Wishes wishes, CancellationToken cancel)
    {
        var asked = wishes.People;
        var present = await db.PlanWishes.Where(wish => wish.PlanId == plan.Id && asked.Contains(wish.PersonId)).ToListAsync(cancel);
        // A pin is for one batch: it ends another, and what kept the person out of it. Who is kept out of a batch is not pinned to it.
        db.PlanWishes.RemoveRange(present.Where(wish => wishes.Kind is WishKind.Release || wish.Number == wishes.Number || (wishes.Kind is WishKind.Pin && wish.IsPin)));
        await db.SaveChangesAsync(cancel);
        if (wishes.Kind is not WishKind.Release)
        {
            db.PlanWishes.AddRange(asked.Select(person => new PlanWish { PlanId = plan.Id, PersonId = person, Number = wishes.Number, IsPin = wishes.Kind is WishKind.Pin }));
        }

        return true;
    }

    private async Task<bool> DiscardAsync(BatchPlan plan, CancellationToken cancel)
    {
        await db.PlanWishes.Where(wish => wish.PlanId == plan.Id).ExecuteDeleteAsync(cancel);
        await db.PlannedBatches.Where(batch => batch.PlanId == plan.Id).ExecuteDeleteAsync(cancel);
        db.BatchPlans.Remove(plan);
        return true;
    }
}
