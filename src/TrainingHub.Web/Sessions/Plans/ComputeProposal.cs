using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People.Imports;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>Computes what a large plan proposes, for whoever asked, and keeps it for some days. The lease keeps a second process away while this one lives.</summary>
public sealed class ComputeProposal(Db db, Transactions transactions, FindPlan find, ProposalQuery proposals, CurrentPerson current, DayClock clock)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Takes the one that was asked for first and that nobody holds; null where there is none. SQLite has one process: whoever held it before is dead.</summary>
    public async Task<KeptProposal?> TakeAsync(string owner, CancellationToken cancel)
    {
        if (!await Waiting(owner).AnyAsync(cancel))
        {
            return null;
        }

        return await transactions.RunAsync(async cancel =>
        {
            if (await Waiting(owner).AsNoTracking().OrderBy(one => one.AskedAt).FirstOrDefaultAsync(cancel) is not { } found)
            {
                return null;
            }

            // Two processes may have found the same: the second finds no row left to take.
            var until = clock.Now + Lease;
            var taken = await Waiting(owner).Where(one => one.PlanId == found.PlanId && one.PersonId == found.PersonId).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.LeaseOwner, owner).SetProperty(one => one.LeasedUntil, until), cancel);
            return taken == 1 ? found : null;
        }, cancel);
    }

    public async Task RunAsync(KeptProposal asked, CancellationToken cancel)
    {
        current.ActFor(asked.PersonId);
        if (await find.RunAsync(asked.PlanId, cancel) is not { } found)
        {
            // Out of reach by now, or thrown away.
            await transactions.RunAsync(cancel => Of(asked).ExecuteDeleteAsync(cancel), cancel);
            return;
        }

        var now = clock.Now;
        var proposal = await proposals.RunAsync(found, (done, steps, token) => TellAsync(asked, done, steps, token), cancel);
        var content = ImportJson.Pack(KeptContent.Of(proposal));
        await transactions.RunAsync(async cancel =>
        {
            // Whoever asked anew meanwhile is computed for anew.
            if (await Of(asked).SingleOrDefaultAsync(one => one.AskedAt == asked.AskedAt && one.ComputedAt == null, cancel) is { } kept)
            {
                kept.Keep(found.Plan.Version, content, now);
                await db.SaveChangesAsync(cancel);
            }
        }, cancel);
    }

    /// <summary>Deletes what was asked for so long ago that nobody uses it: it holds who is proposed, and is kept no longer than needed.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel)
    {
        var old = clock.Now.AddDays(-KeptProposal.DaysKept);
        return transactions.RunAsync(cancel => db.KeptProposals.Where(one => one.AskedAt < old && (one.CallsDone >= one.Calls || one.Faults >= KeptProposal.MostFaults)).ExecuteDeleteAsync(cancel), cancel);
    }

    /// <summary>Counts a fault; after three it waits until somebody asks anew.</summary>
    public Task FaultAsync(KeptProposal asked, CancellationToken cancel) => transactions.RunAsync(cancel => Of(asked).ExecuteUpdateAsync(set => set
        .SetProperty(one => one.Faults, one => one.Faults + 1).SetProperty(one => one.LeaseOwner, (string?)null).SetProperty(one => one.LeasedUntil, (DateTime?)null), cancel), cancel);

    private Task<int> TellAsync(KeptProposal asked, int done, int steps, CancellationToken cancel) => transactions.RunAsync(cancel =>
    {
        var until = clock.Now + Lease;
        return Of(asked).Where(one => one.ComputedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Done, done).SetProperty(one => one.Steps, steps).SetProperty(one => one.LeasedUntil, until), cancel);
    }, cancel);

    private IQueryable<KeptProposal> Of(KeptProposal asked)
    {
        var (planId, personId) = (asked.PlanId, asked.PersonId);
        return db.KeptProposals.Where(one => one.PlanId == planId && one.PersonId == personId);
    }

    private IQueryable<KeptProposal> Waiting(string owner)
    {
        var (now, isShared) = (clock.Now, db.IsPostgres);
        return db.KeptProposals.Where(one => (one.ComputedAt == null || one.CallsDone < one.Calls) && one.Faults < KeptProposal.MostFaults)
            .Where(one => !isShared || one.LeasedUntil == null || one.LeasedUntil < now || one.LeaseOwner == owner);
    }
}
