using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// Gives a leave another last day, or takes it back when that lies before its first. Of the exclusions asked with it those that are named end with it:
/// the person counts again in the same transaction. The others stay until they are withdrawn.
/// </summary>
public sealed class EndLeave(Db db, Transactions transactions, Scope scope, UnitsBelow below, LeaveWriter writer, WithdrawExclusion withdraw, DayClock clock)
{
    /// <param name="personId">Whose leave.</param>
    /// <param name="factId">Which.</param>
    /// <param name="input">The form.</param>
    /// <param name="reason">Why exclusions end, for whoever reads the figure later.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<LeaveOutcome> RunAsync(Guid personId, Guid factId, LeaveEndingInput input, string reason, CancellationToken cancel) =>
        transactions.RunAsync<LeaveOutcome>(async cancel =>
        {
            var known = await writer.LockAsync(personId, cancel);
            if (KnownVersion.IsStale(input.Version ?? "", known.Select(l => l.Id)))
            {
                return new LeaveOutcome.Changed(await writer.LastAsync(known, cancel));
            }

            // A departure is corrected by departing again.
            if (known.Find(l => l.FactId == factId && !l.Kind.IsForGood) is not { } leave || !await scope.PeopleInPost(Capability.ManagePeople).AnyAsync(p => p.Id == personId, cancel))
            {
                return new LeaveOutcome.NotFound();
            }

            var until = input.Until ?? clock.Today;
            if (known.Exists(other => other != leave && !other.Kind.IsForGood && other.From <= until && leave.From <= other.Until))
            {
                return new LeaveOutcome.Overlaps();
            }

            var exclusions = await ExclusionsAsync(personId, input.Exclusions, cancel);
            if (exclusions.Count < input.Exclusions.Distinct().Count())
            {
                return new LeaveOutcome.ExclusionChanged();
            }

            writer.End(leave, until);
            await db.SaveChangesAsync(cancel);
            var end = new WithdrawalInput { From = until < leave.From ? leave.From : until.AddDays(1), Reason = reason };
            foreach (var (exclusionId, targetId) in exclusions)
            {
                // What ends before the leave does has nothing left to end.
                if (await withdraw.RunAsync(targetId, exclusionId, end, cancel) is not (ExclusionOutcome.Recorded or ExclusionOutcome.Ended))
                {
                    throw new RepeatTransactionException("The exclusion was changed in the same moment.");
                }
            }

            return new LeaveOutcome.Recorded();
        }, cancel);

    /// <summary>Those of the named exclusions that still hold and that the current person may withdraw, with their targets.</summary>
    private async Task<Dictionary<Guid, Guid>> ExclusionsAsync(Guid personId, Guid[] named, CancellationToken cancel)
    {
        var (own, above) = (scope.Organizations(Capability.DeclarePositions), below.Organizations(Capability.ConfirmDeclarations));
        return await db.Exclusions.Known().AsNoTracking()
            .Where(e => e.PersonId == personId && named.Contains(e.Id) && (e.State == ExclusionState.Asked || e.State == ExclusionState.Approved)
                && (own.Contains(e.OrganizationId) || above.Contains(e.OrganizationId)))
            .ToDictionaryAsync(e => e.Id, e => e.TargetId, cancel);
    }
}
