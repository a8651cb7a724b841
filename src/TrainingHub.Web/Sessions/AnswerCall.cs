using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Notices;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>The person called accepts or declines, until the session begins. A declined seat goes to who waits longest.</summary>
public sealed class AnswerCall(Db db, Transactions transactions, CurrentPerson current, TellParticipants tell, DayClock clock)
{
    /// <param name="sessionId">To which the current person is called: the caller has asked.</param>
    /// <param name="accepts">Or declines.</param>
    /// <param name="reason">Why it is declined.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SessionOutcome> RunAsync(Guid sessionId, bool accepts, string reason, CancellationToken cancel) => transactions.RunAsync<SessionOutcome>(async cancel =>
    {
        var session = await db.LockSessionAsync(sessionId, cancel);
        var first = await db.SessionHalfDays.Where(half => half.SessionId == sessionId).OrderBy(half => half.Number).FirstAsync(cancel);
        if (session.Standing is not SessionStanding.Planned || clock.InZone(clock.Now) >= first.Day.ToDateTime(first.Begins))
        {
            return new SessionOutcome.Over();
        }

        var list = await db.Participants.Where(one => one.SessionId == sessionId).ToListAsync(cancel);
        var own = list.Single(one => one.PersonId == current.Id);
        if (accepts)
        {
            own.Accept(list.Count(one => one.HoldsSeat) < session.Seats, clock.Now);
        }
        else
        {
            own.Decline(reason, clock.Now);
        }

        var up = Seating.Fill(session.Seats, list);
        await db.SaveChangesAsync(cancel);
        await tell.RunAsync(session, up, NoticeKind.SessionSeat, TellParticipants.CauseOf(clock.Now), cancel);
        return new SessionOutcome.Done();
    }, cancel);
}
