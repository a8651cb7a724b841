using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Ends all posts of a person in the units within reach on one day, and says why: retirement, resignation, a transfer out, death.</summary>
public sealed class DepartPerson(Db db, Transactions transactions, MembershipWriter writer, Scope scope, Ids ids, DayClock clock, CurrentPerson current)
{
    public Task<MembershipOutcome> RunAsync(Guid personId, Departure departure, CancellationToken cancel) =>
        transactions.RunAsync<MembershipOutcome>(async cancel =>
        {
            var known = await writer.LockAsync(personId, cancel);
            if (KnownVersion.IsStale(departure.Version, known.Select(m => m.Id)))
            {
                return new MembershipOutcome.Changed(await writer.LastAsync(known, cancel));
            }

            var reach = scope.Organizations(Capability.ManagePeople);
            var reached = await db.Memberships.Known().Where(m => m.PersonId == personId && reach.Contains(m.OrganizationId)).Select(m => m.Id).ToListAsync(cancel);
            var own = known.Where(m => reached.Contains(m.Id)).ToList();
            var last = departure.LastDay;
            if (own.Where(m => m.HoldsOn(last)).OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).FirstOrDefault() is not { } main)
            {
                return new MembershipOutcome.Refused(MembershipRefusal.NoPostThatDay);
            }

            var leaves = await db.Leaves.Known().Where(l => l.PersonId == personId).ToListAsync(cancel);
            Close(leaves, last);
            AddLeave(personId, main.OrganizationId, departure);

            // What was to begin later is taken back: it ends before it begins.
            var drafts = known.Select(m => own.Contains(m) && m.Until > last ? PostDraft.Of(m) with { Until = last } : PostDraft.Of(m)).ToList();
            await writer.WriteAsync(personId, drafts, preferred: null, last.AddDays(1), departure.Reason, cancel);
            return new MembershipOutcome.Done(personId);
        }, cancel);

    // Whoever has left is no longer on leave; a second entry of the same departure replaces the first.
    private void Close(List<Leave> leaves, DateOnly last)
    {
        var now = clock.Now;
        foreach (var leave in leaves.Where(leave => leave.Until > last))
        {
            leave.Supersede(now);
            if (!leave.Kind.IsForGood && leave.From <= last)
            {
                db.Add(Row(ids.Next(), leave.FactId, leave.PersonId, leave.OrganizationId, leave.Kind, leave.From, last, leave.Reason));
            }
        }
    }

    private void AddLeave(Guid personId, Guid organizationId, Departure departure)
    {
        var id = ids.Next();
        db.Add(Row(id, id, personId, organizationId, departure.Kind, departure.LastDay.AddDays(1), Day.Open, departure.Reason));
    }

    private Leave Row(Guid id, Guid factId, Guid personId, Guid organizationId, LeaveKind kind, DateOnly from, DateOnly until, string? reason) => new()
    {
        Id = id,
        FactId = factId,
        PersonId = personId,
        OrganizationId = organizationId,
        Kind = kind,
        From = from,
        Until = until,
        RecordedAt = clock.Now,
        RecordedBy = current.Id,
        Reason = reason,
    };
}
