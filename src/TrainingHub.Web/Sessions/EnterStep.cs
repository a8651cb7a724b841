using Microsoft.EntityFrameworkCore;
using TrainingHub.Completions;
using TrainingHub.Quizzes;
using TrainingHub.Records;
using TrainingHub.Sessions.Papers;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>Enters the next people of a session that is being closed in the ledger; with the last ones it is closed. Runs in a transaction that holds the session's row.</summary>
public sealed class EnterStep(Db db, CompleteTraining complete, EnterPapers papers, EnterGuests guests, SubmitAttempt submit)
{
    /// <summary>People of one step, which is one transaction.</summary>
    public const int Size = 300;

    /// <param name="session">Being closed; tracked.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Whether it is closed now.</returns>
    public async Task<bool> RunAsync(TrainingSession session, CancellationToken cancel)
    {
        var closing = session.Closing;
        var people = await db.Participants.Where(one => one.SessionId == session.Id && one.EnteredIn < closing).OrderBy(one => one.Id).Take(Size + 1).ToListAsync(cancel);
        var now = people.Take(Size).ToList();
        var examined = await papers.RunAsync(session, now, cancel);
        if (session.ProgrammeId is { } programmeId)
        {
            var terms = session.TermsWith(await db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == session.Id).ToListAsync(cancel));
            await EnterAsync(session, terms, programmeId, now, examined, cancel);
            await guests.RunAsync(session, terms, now.FindAll(one => one.PersonId is null), examined, cancel);
        }

        await CompleteAsync(session, examined, cancel);

        now.ForEach(one => one.Enter(closing));
        var isLast = people.Count <= Size;
        if (isLast)
        {
            session.Finish();
        }

        await db.SaveChangesAsync(cancel);
        // Its hours may be the last that a programme of several parts asks for, or no longer be there.
        await complete.ReviewAsync([.. now.Select(one => one.PersonId).OfType<Guid>()], [], closing > 1 ? new Lapse(session.ClosedBy ?? session.CreatedBy, session.ReopenReason ?? "") : null, cancel);
        return isLast;
    }

    /// <summary>What passing completes beside the session's own programme, or for who was not present enough for that: as passing online does.</summary>
    private async Task CompleteAsync(TrainingSession session, IReadOnlyDictionary<Guid, Examination> examined, CancellationToken cancel)
    {
        var passed = examined.Values.Where(one => one.IsToComplete).Select(one => one.Attempt).OfType<Attempt>().ToList();
        if (passed.Count is 0)
        {
            return;
        }

        var evidence = await db.EvidenceOfSessionAsync(session.OrganizationId, session.LastDay, cancel);
        foreach (var attempt in passed)
        {
            await submit.CompleteAtSessionAsync(attempt, evidence, cancel);
        }
    }

    private async Task EnterAsync(
        TrainingSession session, SessionTerms terms, Guid programmeId, List<Participant> participants, IReadOnlyDictionary<Guid, Examination> examined, CancellationToken cancel)
    {
        // Guests have no record.
        var known = participants.Where(one => one.PersonId is not null).ToDictionary(one => one.Id, one => one.PersonId!.Value);
        var (rows, persons) = (known.Keys.ToList(), known.Values.ToList());
        var marks = (await db.Attendances.AsNoTracking().Where(one => rows.Contains(one.ParticipantId)).ToListAsync(cancel)).ToLookup(one => one.ParticipantId, one => one.Marks);
        var earlier = await EarlierAsync(session.Id, programmeId, persons, examined, cancel);
        var entries = known.Select(one => EntryOf(one.Value, SessionCredit.Of(terms, marks[one.Key]).After(examined.GetValueOrDefault(one.Key)?.Passed), [.. earlier[one.Value]])).ToList();
        await complete.RunAsync(new SessionCompletion
        {
            SessionId = session.Id,
            Closing = session.Closing,
            ProgrammeId = programmeId,
            CourseSlug = session.CourseSlug,
            Day = session.LastDay,
            Evidence = await db.EvidenceOfSessionAsync(session.OrganizationId, session.LastDay, cancel),
            People = [.. entries.Where(one => one.Entry.Appends is not null).Select(one => (one.Person, one.Entry.Appends!.Value))],
            Passed = await PassedAsync(programmeId, examined, cancel),
            Revoked = [.. entries.Where(one => one.Entry.Revokes).SelectMany(one => one.Earlier, (one, record) => (record.Id, one.Person))],
            By = session.ClosedBy ?? session.CreatedBy,
            Reason = session.ReopenReason ?? "",
        }, cancel);
    }

    /// <summary>Records in force that this session led to: of an earlier closing, or of the programme by the paper alone, written then or by a regrade since.</summary>
    private async Task<ILookup<Guid, TrainingRecord>> EarlierAsync(
        Guid sessionId, Guid programmeId, List<Guid> persons, IReadOnlyDictionary<Guid, Examination> examined, CancellationToken cancel)
    {
        var attempts = examined.Values.Select(one => one.Attempt).OfType<Attempt>().Select(attempt => (Guid?)attempt.Id).ToList();
        return (await db.TrainingRecords.AsNoTracking()
            .Where(record => persons.Contains(record.PersonId) && (record.SessionId == sessionId || (record.ProgrammeId == programmeId && record.SessionId == null && attempts.Contains(record.AttemptId)))
                && !db.Revocations.Any(revocation => revocation.RecordId == record.Id))
            .ToListAsync(cancel)).ToLookup(record => record.PersonId);
    }

    /// <summary>What passing alone completed stays where the attendance does not complete it as well: then one record says both.</summary>
    private static (Guid Person, List<TrainingRecord> Earlier, ClosingEntry Entry) EntryOf(Guid personId, SessionCredit credit, List<TrainingRecord> earlier)
    {
        var counting = credit.IsEnough ? earlier : earlier.FindAll(record => record.SessionId is not null);
        return (personId, counting, ClosingEntry.Of(credit, counting is [var first, ..] ? first.CreditMinutes : null));
    }

    /// <summary>A record of an earlier closing keeps the attempt, even revoked: of one attempt there is one record in a programme.</summary>
    private async Task<IReadOnlyDictionary<Guid, (Guid? AttemptId, int Points, int FullPoints)>> PassedAsync(Guid programmeId, IReadOnlyDictionary<Guid, Examination> examined, CancellationToken cancel)
    {
        var passed = examined.Values.Where(one => one is { Passed: true, Attempt: not null }).ToList();
        var attempts = passed.ConvertAll(one => (Guid?)one.Attempt!.Id);
        var used = await db.TrainingRecords.Where(record => record.ProgrammeId == programmeId && attempts.Contains(record.AttemptId)).Select(record => record.AttemptId).ToListAsync(cancel);
        return passed.ToDictionary(one => one.Attempt!.PersonId, one => (used.Contains(one.Attempt!.Id) ? null : (Guid?)one.Attempt.Id, one.Points, one.FullPoints));
    }
}
