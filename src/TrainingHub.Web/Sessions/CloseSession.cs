using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>
/// Closes a session: whoever was present enough gets one record, all in the transaction that closes it. Of a list longer than one step the rest
/// is written by steps that can be interrupted and taken up again.
/// </summary>
public sealed partial class CloseSession(
    Db db, Transactions transactions, EnterStep step, ClosingQuery closing, Scope scope, CurrentPerson current, SessionLog log, ClosingSignal signal, DayClock clock, ILogger<CloseSession> logger)
{
    /// <param name="sessionId">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<CloseOutcome> RunAsync(Guid sessionId, int version, CancellationToken cancel)
    {
        var outcome = await transactions.RunAsync(cancel => CloseAsync(sessionId, version, cancel), cancel);
        if (outcome is CloseOutcome.Closed)
        {
            LogClosed(logger, sessionId, current.Id);
            signal.Wake();
        }

        return outcome;
    }

    private async Task<CloseOutcome> CloseAsync(Guid sessionId, int version, CancellationToken cancel)
    {
        var session = await db.LockSessionAsync(sessionId, cancel);
        if (session.Standing is not SessionStanding.Planned)
        {
            return new CloseOutcome.Over();
        }

        if (session.Version != version)
        {
            return new CloseOutcome.Changed();
        }

        if (await WhyNotAsync(session, cancel) is { } refusal)
        {
            return refusal;
        }

        session.Close(current.Id, clock.Now);
        log.Add(session, SessionChangeKind.Closed, details: null, reason: null);
        await db.SaveChangesAsync(cancel);
        await step.RunAsync(session, cancel);
        return new CloseOutcome.Closed();
    }

    private async Task<CloseOutcome?> WhyNotAsync(TrainingSession session, CancellationToken cancel)
    {
        var standing = await closing.StandingAsync(session, cancel);
        return standing switch
        {
            { HasEnded: false } => new CloseOutcome.TooEarly(),
            { IsInCycle: false } => new CloseOutcome.OutsideCycle(),
            { Untyped: > 0 } => new CloseOutcome.Untyped(),
            { LacksMinutes: true } => new CloseOutcome.NoMinutes(),
            { NeedsApproval: true, HasProof: false } => new CloseOutcome.Late(HasProof: false),
            { NeedsApproval: true } when !await scope.Below(Capability.ConfirmDeclarations).ContainsAsync(session.OrganizationId, cancel) => new CloseOutcome.Late(HasProof: true),
            _ => null,
        };
    }

    [LoggerMessage(1201, LogLevel.Information, "Session {SessionId} was closed by person {PersonId}")]
    private static partial void LogClosed(ILogger logger, Guid sessionId, Guid personId);
}
