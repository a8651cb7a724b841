using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>Changes what was agreed. Once somebody has signed in, what decides about credit stays as it was.</summary>
public sealed class ChangeSession(Db db, Transactions transactions, SessionLog log, TellParticipants tell, DayClock clock)
{
    /// <param name="sessionId">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="wished">Without fault.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SessionOutcome> RunAsync(Guid sessionId, int version, SessionTerms wished, CancellationToken cancel) => transactions.RunAsync<SessionOutcome>(async cancel =>
    {
        var session = await db.LockSessionAsync(sessionId, cancel);
        if (session.Version != version)
        {
            return new SessionOutcome.Changed();
        }

        var halves = await db.SessionHalfDays.Where(half => half.SessionId == sessionId).ToListAsync(cancel);
        var agreed = session.TermsWith(halves);
        // What was said at a meeting is written up when it is over.
        if (session.Standing is not SessionStanding.Planned)
        {
            wished = agreed with { Minutes = wished.Minutes };
        }
        else if (session.Closing > 0 || await db.Attendances.AnyAsync(one => one.SessionId == sessionId, cancel))
        {
            wished = wished.WithCreditOf(agreed);
        }

        if (session.Standing is SessionStanding.Cancelled)
        {
            return new SessionOutcome.Over();
        }

        await PutAsync(session, halves, agreed, wished, cancel);
        return new SessionOutcome.Done();
    }, cancel);

    private async Task PutAsync(TrainingSession session, List<SessionHalfDay> halves, SessionTerms agreed, SessionTerms wished, CancellationToken cancel)
    {
        var isMoved = wished.IsMovedFrom(agreed);
        if (!wished.HalfDays.SequenceEqual(agreed.HalfDays))
        {
            db.SessionHalfDays.RemoveRange(halves);
            await db.SaveChangesAsync(cancel);
            db.SessionHalfDays.AddRange(PlanSession.RowsOf(session.Id, wished));
        }

        session.Agree(wished);
        if (isMoved)
        {
            session.Move(clock.Now);
        }

        var list = await db.Participants.Where(one => one.SessionId == session.Id).ToListAsync(cancel);
        var up = Seating.Fill(session.Seats, list);
        log.Add(session, isMoved ? SessionChangeKind.Moved : SessionChangeKind.Changed, wished, reason: null);
        await db.SaveChangesAsync(cancel);
        await tell.RunAsync(session, up, NoticeKind.SessionSeat, TellParticipants.CauseOf(clock.Now), cancel);
        if (isMoved)
        {
            await tell.RunAsync(session, list.Except(up).Where(one => one.State is not ParticipantState.Declined), NoticeKind.SessionMoved, TellParticipants.CauseOf(clock.Now), cancel);
        }
    }
}
