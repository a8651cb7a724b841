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
    public async Task RunAsync(KeptProposal taken, CancellationToken cancel)
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
        var groups = Calls(taken).Skip(taken.CallsDone).Chunk(CallPeople.Most).SelectMany(chunk => chunk.GroupBy(row => row.Batch ?? 0));
        foreach (var group in groups)
        {
            List<Guid> people = [.. group.Select(row => row.PersonId)];
            var goesOn = await transactions.RunAsync(async cancel =>
            {
                var kept = await db.KeptProposals.SingleOrDefaultAsync(one => one.PlanId == taken.PlanId && one.PersonId == taken.PersonId, cancel);
                if (kept is not { IsCalling: true })
                {
                    return false;
                }

                if (sessions.TryGetValue(group.Key, out var sessionId))
                {
                    await call.RunAsync(sessionId, found, people, cancel);
                }

                kept.Called(people.Count, clock.Now + ComputeProposal.Lease);
                await db.SaveChangesAsync(cancel);
                return true;
            }, cancel);
            db.ChangeTracker.Clear();
            if (!goesOn)
            {
                return;
            }
        }
    }

    /// <summary>Who is to be called by a kept proposal, batch by batch.</summary>
    internal static IEnumerable<PlanRow> Calls(KeptProposal kept) => ImportJson.Unpack<KeptContent>(kept.Content).Rows.Where(row => row.Placed is { IsNew: true }).OrderBy(row => row.Batch);
}
