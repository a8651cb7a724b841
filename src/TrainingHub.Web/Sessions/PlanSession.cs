using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>Plans a session, the first batch of its series.</summary>
public sealed class PlanSession(Db db, Transactions transactions, CurrentPerson current, HallSeal seal, SessionLog log, Ids ids, DayClock clock)
{
    /// <param name="ownerId">The unit that holds it, in the keeper's reach: the caller has asked.</param>
    /// <param name="terms">Without fault.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Its code.</returns>
    public Task<string> RunAsync(Guid ownerId, SessionTerms terms, CancellationToken cancel) =>
        transactions.RunAsync(cancel => AddAsync(ownerId, ids.Next(), batch: 1, terms, cancel), cancel);

    /// <summary>Adds a session inside the caller's transaction.</summary>
    internal async Task<string> AddAsync(Guid ownerId, Guid seriesId, int batch, SessionTerms terms, CancellationToken cancel)
    {
        var session = new TrainingSession
        {
            Id = ids.Next(),
            Code = Ids.Code(FindSession.CodeLength),
            SeriesId = seriesId,
            Batch = batch,
            OrganizationId = ownerId,
            Secret = seal.NewSecret(),
            CreatedAt = clock.Now,
            CreatedBy = current.Id,
        };
        session.Agree(terms);
        db.TrainingSessions.Add(session);
        db.SessionHalfDays.AddRange(RowsOf(session.Id, terms));
        log.Add(session, SessionChangeKind.Planned, terms, reason: null);
        await db.SaveChangesAsync(cancel);
        return session.Code;
    }

    internal static IEnumerable<SessionHalfDay> RowsOf(Guid sessionId, SessionTerms terms) => terms.HalfDays.Select((half, place) => new SessionHalfDay
    {
        SessionId = sessionId,
        Number = place + 1,
        Day = half.Day,
        Half = half.Half,
        Begins = half.Begins,
        Ends = half.Ends,
    });
}
