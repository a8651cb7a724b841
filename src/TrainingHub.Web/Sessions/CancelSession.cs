using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>Cancels a session, with the reason that everybody called reads.</summary>
public sealed class CancelSession(Db db, Transactions transactions, SessionLog log, TellParticipants tell)
{
    /// <param name="sessionId">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SessionOutcome> RunAsync(Guid sessionId, int version, string reason, CancellationToken cancel) => transactions.RunAsync<SessionOutcome>(async cancel =>
    {
        var session = await db.LockSessionAsync(sessionId, cancel);
        if (session.Version != version)
        {
            return new SessionOutcome.Changed();
        }

        if (await db.Attendances.AnyAsync(one => one.SessionId == sessionId && one.ArrivedAt != null, cancel))
        {
            return new SessionOutcome.Bound();
        }

        if (!session.Cancel())
        {
            return new SessionOutcome.Over();
        }

        log.Add(session, SessionChangeKind.Cancelled, details: null, reason);
        await db.SaveChangesAsync(cancel);
        var list = await db.Participants.Where(one => one.SessionId == sessionId && one.State != ParticipantState.Declined).ToListAsync(cancel);
        await tell.RunAsync(session, list, NoticeKind.SessionCancelled, "", cancel, reason);
        return new SessionOutcome.Done();
    }, cancel);
}
