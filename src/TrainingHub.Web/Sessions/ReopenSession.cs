using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>
/// Opens a closed session again, so that its attendance can be corrected. Its records stay in force until it is closed again: then those that are no
/// longer so are revoked with this reason, and the others keep their certificates.
/// </summary>
public sealed class ReopenSession(Db db, Transactions transactions, SessionLog log)
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

        if (!session.Reopen(reason))
        {
            return new SessionOutcome.Over();
        }

        log.Add(session, SessionChangeKind.Reopened, details: null, reason);
        await db.SaveChangesAsync(cancel);
        return new SessionOutcome.Done();
    }, cancel);
}
