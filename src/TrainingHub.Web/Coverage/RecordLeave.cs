using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// Enters a person's leave, and asks for exclusions with it. The leave alone changes no figure; what was asked does once the unit above approves.
/// </summary>
public sealed class RecordLeave(Db db, Transactions transactions, Scope scope, LeaveWriter writer, AskExclusion ask, DayClock clock)
{
    public Task<LeaveOutcome> RunAsync(Guid personId, LeaveInput input, CancellationToken cancel) =>
        transactions.RunAsync(cancel => RecordAsync(personId, input, cancel), cancel);

    private async Task<LeaveOutcome> RecordAsync(Guid personId, LeaveInput input, CancellationToken cancel)
    {
        var known = await writer.LockAsync(personId, cancel);
        if (KnownVersion.IsStale(input.Version ?? "", known.Select(l => l.Id)))
        {
            return new LeaveOutcome.Changed(await writer.LastAsync(known, cancel));
        }

        var (from, until, reach) = (input.From ?? clock.Today, input.Until ?? Day.Open, scope.Organizations(Capability.ManagePeople));
        if (known.Exists(other => !other.Kind.IsForGood && other.From <= until && from <= other.Until))
        {
            return new LeaveOutcome.Overlaps();
        }

        var targets = input.Targets.Distinct().ToList();
        foreach (var target in targets)
        {
            if (await ask.FindObstacleAsync(target, Asked(personId, input, from, until), cancel) is not null)
            {
                return new LeaveOutcome.ExclusionRefused();
            }
        }

        var unit = await db.Memberships.On(from).Where(m => m.PersonId == personId && reach.Contains(m.OrganizationId))
            .OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.OrganizationId).FirstOrDefaultAsync(cancel);
        if (unit is not { } organizationId)
        {
            return new LeaveOutcome.NoPost();
        }

        writer.Enter(personId, organizationId, new LeaveDays(input.Kind, from, until), input.Reason);
        await db.SaveChangesAsync(cancel);
        foreach (var target in targets)
        {
            if (await ask.RunAsync(target, Asked(personId, input, from, until), cancel) is not ExclusionOutcome.Recorded)
            {
                throw new RepeatTransactionException("The same exclusion was asked for in the same moment.");
            }
        }

        return new LeaveOutcome.Recorded();
    }

    private static ExclusionInput Asked(Guid personId, LeaveInput input, DateOnly from, DateOnly until) => new()
    {
        Person = personId,
        Why = input.Why ?? throw new InvalidOperationException($"{input.Kind} is no reason of an exclusion."),
        From = from,
        Until = until,
        Reason = input.Reason,
    };
}
