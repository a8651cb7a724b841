using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People.Imports;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>
/// Calls the people of a large plan that was applied, some hundred after the other, each step a transaction that also notes how far it came:
/// broken off anywhere it goes on, and nobody is called twice.
/// </summary>
public sealed class CallProposed(Db db, Transactions transactions, FindPlan find, CallPlanned call, CurrentPerson current, DayClock clock)
{
    /// <param name="taken">As it was taken.</param>
    /// <param name="owner">Who took it, and has the lease.</param>
    /// <param name="cancel">Ends it between two steps.</param>
    public async Task RunAsync(KeptProposal taken, string owner, CancellationToken cancel)
    {
        current.ActFor(taken.PersonId);
        if (await find.RunAsync(taken.PlanId, cancel) is not { } found)
        {
            // Out of the caller's reach by now: whoever reaches the plan finds the others proposed anew.
            await transactions.RunAsync(cancel => db.KeptProposals.Where(one => one.PlanId == taken.PlanId && one.PersonId == taken.PersonId).ExecuteDeleteAsync(cancel), cancel);
            return;
        }

        var sessions = await db.PlannedBatches.AsNoTracking().Where(batch => batch.PlanId == taken.PlanId && batch.SessionId != null)
            .ToDictionaryAsync(batch => batch.Number, batch => batch.SessionId ?? default, cancel);
        var done = taken.CallsDone;
        var groups = Calls(taken).Skip(taken.CallsDone).Chunk(CallPeople.Most).SelectMany(chunk => chunk.GroupBy(row => row.Batch ?? 0));
        foreach (var group in groups)
        {
            List<Guid> people = [.. group.Select(row => row.PersonId)];
            var goesOn = await transactions.RunAsync(async cancel =>
            {
                // First of all the turn: who lost the lease finds nothing of their own any more, and who waits here finds how far the other came.
                var (before, after, until) = (done, done + people.Count, clock.Now + ComputeProposal.Lease);
                if (await db.KeptProposals.Where(one => one.PlanId == taken.PlanId && one.PersonId == taken.PersonId && one.LeaseOwner == owner && one.CallsDone == before && one.CallsDone < one.Calls)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.CallsDone, after).SetProperty(one => one.LeasedUntil, until), cancel) is 0)
                {
                    return false;
                }

                if (sessions.TryGetValue(group.Key, out var sessionId))
                {
                    await call.RunAsync(sessionId, found, people, cancel);
                }

                return true;
            }, cancel);
            db.ChangeTracker.Clear();
            if (!goesOn)
            {
                return;
            }

            done += people.Count;
        }
    }

    /// <summary>Who is to be called by a kept proposal, batch by batch.</summary>
    internal static IEnumerable<PlanRow> Calls(KeptProposal kept) => ImportJson.Unpack<KeptContent>(kept.Content).Rows.Where(row => row.Placed is { IsNew: true }).OrderBy(row => row.Batch);
}
