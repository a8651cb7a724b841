using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Notices;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>Puts people on the list of a session: who finds a seat is called, the others wait. Nobody is put there twice.</summary>
public sealed class CallPeople(Db db, Transactions transactions, Scope scope, CurrentPerson current, TellParticipants tell, Ids ids, DayClock clock)
{
    /// <summary>As many as a form shows.</summary>
    public const int Most = 500;

    /// <param name="sessionId">Within reach: the caller has asked.</param>
    /// <param name="people">In the order in which they get seats; who is out of the keeper's reach is passed over.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>How many were put on the list; null when the session is over.</returns>
    public Task<int?> RunAsync(Guid sessionId, IReadOnlyCollection<Guid> people, CancellationToken cancel) => transactions.RunAsync<int?>(async cancel =>
    {
        var session = await db.LockSessionAsync(sessionId, cancel);
        if (session.Standing is not SessionStanding.Planned)
        {
            return null;
        }

        var asked = people.Distinct().Take(Most).ToList();
        var inReach = (await scope.PeopleInPost(Capability.ManageSessions).Where(person => asked.Contains(person.Id)).Select(person => person.Id).ToListAsync(cancel)).ToHashSet();
        var present = await db.Participants.Where(one => one.SessionId == sessionId).ToListAsync(cancel);
        var known = present.Select(one => one.PersonId).OfType<Guid>().ToHashSet();
        List<Participant> called = [.. asked.Where(person => inReach.Contains(person) && !known.Contains(person)).Select(person => new Participant
        {
            Id = ids.Next(), SessionId = sessionId, PersonId = person, CalledAt = clock.Now, CalledBy = current.Id,
        })];
        Seating.Call(session.Seats, present, called);
        db.Participants.AddRange(called);
        await db.SaveChangesAsync(cancel);
        await tell.RunAsync(session, called, NoticeKind.SessionCalled, "", cancel);
        return called.Count;
    }, cancel);

    /// <summary>Puts a guest on the list: a volunteer, who has no account and counts in no target. False when the session is over.</summary>
    public Task<bool> GuestAsync(Guid sessionId, GuestInput guest, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var session = await db.LockSessionAsync(sessionId, cancel);
        if (session.Standing is not SessionStanding.Planned)
        {
            return false;
        }

        var present = await db.Participants.Where(one => one.SessionId == sessionId).ToListAsync(cancel);
        var called = new Participant
        {
            Id = ids.Next(),
            SessionId = sessionId,
            GuestName = guest.GuestName,
            GuestUnit = guest.GuestUnit,
            GuestPhone = PhoneNumber.Tidy(guest.GuestPhone),
            CalledAt = clock.Now,
            CalledBy = current.Id,
        };
        Seating.Call(session.Seats, present, [called]);
        db.Participants.Add(called);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    /// <summary>Takes somebody off the list; their seat goes to who waits longest.</summary>
    public Task<SessionOutcome> RemoveAsync(Guid sessionId, Guid participantId, CancellationToken cancel) => transactions.RunAsync<SessionOutcome>(async cancel =>
    {
        var session = await db.LockSessionAsync(sessionId, cancel);
        if (session.Standing is not SessionStanding.Planned)
        {
            return new SessionOutcome.Over();
        }

        var present = await db.Participants.Where(one => one.SessionId == sessionId).ToListAsync(cancel);
        if (present.Find(one => one.Id == participantId) is not { } leaving)
        {
            return new SessionOutcome.Changed();
        }

        // Who was ever marked present stays on the list: the log and an earlier record name them.
        if (leaving.EnteredIn > 0 || await db.Attendances.AnyAsync(one => one.ParticipantId == participantId, cancel) || await db.SessionPapers.AnyAsync(paper => paper.ParticipantId == participantId, cancel))
        {
            return new SessionOutcome.Bound();
        }

        present.Remove(leaving);
        db.Participants.Remove(leaving);
        var up = Seating.Fill(session.Seats, present);
        await db.SaveChangesAsync(cancel);
        await tell.RunAsync(session, [leaving], NoticeKind.SessionRemoved, "", cancel);
        await tell.RunAsync(session, up, NoticeKind.SessionSeat, TellParticipants.CauseOf(clock.Now), cancel);
        return new SessionOutcome.Done();
    }, cancel);
}
