using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;

namespace TrainingHub.People;

/// <summary>Ends all posts of a person in the units within reach on one day, and says why: retirement, resignation, a transfer out, death.</summary>
public sealed class DepartPerson(Db db, Transactions transactions, MembershipWriter writer, LeaveWriter leave, Scope scope, CurrentPerson current)
{
    public Task<MembershipOutcome> RunAsync(Guid personId, Departure departure, CancellationToken cancel) =>
        transactions.RunAsync<MembershipOutcome>(async cancel =>
        {
            var known = await writer.LockAsync(personId, cancel);
            if (KnownVersion.IsStale(departure.Version, known.Select(m => m.Id)))
            {
                return new MembershipOutcome.Changed(await writer.LastAsync(known, cancel));
            }

            var (reach, leaves, last) = (scope.Organizations(Capability.ManagePeople), await leave.LockAsync(personId, cancel), departure.LastDay);
            List<Guid> concerned = [.. known.Select(m => m.OrganizationId), .. leaves.Select(l => l.OrganizationId)];
            var units = await db.Organizations.Where(o => concerned.Contains(o.Id) && reach.Contains(o.Id)).Select(o => o.Id).ToHashSetAsync(cancel);
            var own = known.Where(m => units.Contains(m.OrganizationId)).ToList();
            if (own.Where(m => m.HoldsOn(last)).OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).FirstOrDefault() is not { } main)
            {
                return new MembershipOutcome.Refused(MembershipRefusal.NoPostThatDay);
            }

            // What was to begin later is taken back: it ends before it begins.
            var drafts = known.Select(m => own.Contains(m) && m.Until > last ? PostDraft.Of(m) with { Until = last } : PostDraft.Of(m)).ToList();
            leave.Depart(personId, main.OrganizationId, departure, leaves, drafts, units, current.Id);
            await writer.WriteAsync(personId, drafts, preferred: null, last.AddDays(1), departure.Reason, cancel);
            return new MembershipOutcome.Done(personId);
        }, cancel);
}
