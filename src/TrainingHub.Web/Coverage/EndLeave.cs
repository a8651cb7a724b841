using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Gives a leave another last day, or takes it back when that lies before its first. Exclusions asked with it stay until they are withdrawn.</summary>
public sealed class EndLeave(Db db, Transactions transactions, Scope scope, LeaveWriter writer, DayClock clock)
{
    public Task<LeaveOutcome> RunAsync(Guid personId, Guid factId, LeaveEndingInput input, CancellationToken cancel) =>
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

            leave.Supersede(clock.Now);
            if (until >= leave.From)
            {
                writer.Append(leave.FactId, personId, leave.OrganizationId, leave.Kind, leave.From, until, leave.Reason);
            }

            await db.SaveChangesAsync(cancel);
            return new LeaveOutcome.Recorded();
        }, cancel);
}
