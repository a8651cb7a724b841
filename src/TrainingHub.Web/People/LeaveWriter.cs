using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Reads and appends a person's leave and departures.</summary>
public sealed class LeaveWriter(Db db, Ids ids, DayClock clock, CurrentPerson current)
{
    /// <summary>The known leave of a person, tracked; on PostgreSQL nobody else changes it until the transaction ends.</summary>
    internal async Task<List<Leave>> LockAsync(Guid personId, CancellationToken cancel)
    {
        await db.LockPeopleAsync([personId], cancel);
        return await db.Leaves.Known().Where(l => l.PersonId == personId).ToListAsync(cancel);
    }

    internal async Task<LastChange> LastAsync(List<Leave> known, CancellationToken cancel)
    {
        var last = known.MaxBy(leave => leave.RecordedAt);
        var who = last?.RecordedBy;
        return new LastChange(await db.People.Where(p => p.Id == who).Select(p => p.Name).FirstOrDefaultAsync(cancel), last?.RecordedAt);
    }

    /// <summary>Enters leave, by the current person.</summary>
    internal void Enter(Guid personId, Guid organizationId, LeaveDays leave, string? reason) =>
        db.Add(Row(factId: null, personId, organizationId, leave.Kind, leave.From, leave.Until, reason, current.Id));

    /// <summary>Gives a leave another last day, by the current person; takes it back where that lies before its first.</summary>
    internal void End(Leave leave, DateOnly until)
    {
        leave.Supersede(clock.Now);
        if (until >= leave.From)
        {
            db.Add(Row(leave.FactId, leave.PersonId, leave.OrganizationId, leave.Kind, leave.From, until, leave.Reason, current.Id));
        }
    }

    /// <summary>Enters leave as a roster says it, or corrects what was known of it.</summary>
    /// <param name="unit">For which it is entered; what is corrected stays with its own.</param>
    /// <param name="old">What is corrected; null for nothing.</param>
    /// <param name="leave">As it is now.</param>
    /// <param name="known">The person's known leave, tracked; what is written joins it.</param>
    /// <param name="by">Who records it; null for the system.</param>
    internal void Put(Guid personId, Guid unit, Leave? old, LeaveDays leave, List<Leave> known, string reason, Guid? by)
    {
        old?.Supersede(clock.Now);
        var row = Row(old?.FactId, personId, old?.OrganizationId ?? unit, leave.Kind, leave.From, leave.Until, reason, by);
        db.Add(row);
        known.Add(row);
    }

    /// <summary>
    /// Enters why the posts of a person in some units ended. Leave ends with them, and another entry of the same departure is replaced; departures of
    /// other years and of other units stay.
    /// </summary>
    /// <param name="unit">The unit that the person leaves.</param>
    /// <param name="known">The person's known leave, tracked; what is written joins it.</param>
    /// <param name="posts">The person's posts as they are with the departure.</param>
    /// <param name="units">The units whose posts end.</param>
    /// <param name="by">Who records it; null for the system.</param>
    internal void Depart(Guid personId, Guid unit, Departure departure, List<Leave> known, IReadOnlyCollection<PostDraft> posts, IReadOnlySet<Guid> units, Guid? by)
    {
        var (last, now) = (departure.LastDay, clock.Now);
        var held = posts.Where(post => post.From <= post.Until).ToList();
        var own = held.Where(post => units.Contains(post.OrganizationId)).ToList();
        foreach (var leave in known.Where(leave => leave.SupersededAt is null && leave.Until > last).ToList())
        {
            var isOwn = units.Contains(leave.OrganizationId);
            if (leave.Kind.IsForGood ? isOwn && IsSame(leave, last, own) : !(isOwn ? own : held).Exists(post => post.Until > last))
            {
                leave.Supersede(now);
                if (!leave.Kind.IsForGood && leave.From <= last)
                {
                    Add(Row(leave.FactId, personId, leave.OrganizationId, leave.Kind, leave.From, last, leave.Reason, by));
                }
            }
        }

        Add(Row(factId: null, personId, unit, departure.Kind, last.AddDays(1), Day.Open, departure.Reason, by));

        void Add(Leave leave)
        {
            db.Add(leave);
            known.Add(leave);
        }
    }

    // A later departure is the same one corrected unless the person came back before it. An earlier one was none if a post there went on across it.
    private static bool IsSame(Leave departure, DateOnly last, List<PostDraft> own) => departure.From > last
        ? !own.Exists(post => post.From > last && post.From < departure.From)
        : own.Exists(post => post.OrganizationId == departure.OrganizationId && post.From < departure.From && departure.From <= post.Until);

    private Leave Row(Guid? factId, Guid personId, Guid organizationId, LeaveKind kind, DateOnly from, DateOnly until, string? reason, Guid? by)
    {
        var id = ids.Next();
        return new Leave
        {
            Id = id,
            FactId = factId ?? id,
            PersonId = personId,
            OrganizationId = organizationId,
            Kind = kind,
            From = from,
            Until = until,
            RecordedAt = clock.Now,
            RecordedBy = by,
            Reason = reason,
        };
    }
}
