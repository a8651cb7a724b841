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
        var (closing, why) = (session.Closing, new Lapse(session.ClosedBy ?? session.CreatedBy, session.ReopenReason ?? ""));
        var people = await db.Participants.Where(one => one.SessionId == session.Id && one.EnteredIn < closing).OrderBy(one => one.Id).Take(Size + 1).ToListAsync(cancel);
        var now = people.Take(Size).ToList();
        var terms = session.TermsWith(await db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == session.Id).ToListAsync(cancel));
        var examined = await papers.RunAsync(session, now, cancel);
        var certificates = await guests.RunAsync(session, terms, now.FindAll(one => one.PersonId is null), examined, why, cancel);
        var completion = await CompletionAsync(session, terms, now, examined, why, cancel);
        now.ForEach(one => one.Enter(closing));
        var isLast = people.Count <= Size;
        if (isLast)
        {
            session.Finish();
        }

        await db.SaveChangesAsync(cancel);
        // Records, figures, then certificates: everybody of the region waits for the counter of their serials.
        await complete.RunAsync(completion, cancel);
        await guests.IssueAsync(session, certificates, cancel);
        return isLast;
    }

    private async Task<SessionCompletion> CompletionAsync(
        TrainingSession session, SessionTerms terms, List<Participant> participants, IReadOnlyDictionary<Guid, Examination> examined, Lapse why, CancellationToken cancel)
    {
        // Guests have no record.
        var known = participants.Where(one => one.PersonId is not null).ToDictionary(one => one.Id, one => one.PersonId!.Value);
        var (evidence, entries) = (await db.EvidenceOfSessionAsync(session.OrganizationId, session.LastDay, cancel), await EntriesAsync(session, terms, known, examined, cancel));
        // As passing online does, for other programmes and for who was not present enough.
        List<Attempt> passed = [.. examined.Values.Where(one => one.IsToComplete).Select(one => one.Attempt).OfType<Attempt>()];
        return new SessionCompletion
        {
            SessionId = session.Id,
            Closing = session.Closing,
            ProgrammeId = session.ProgrammeId,
            CourseSlug = session.CourseSlug,
            Day = session.LastDay,
            Evidence = evidence,
            People = [.. entries.Where(one => one.Entry.Appends is not null).Select(one => (one.Person, one.Entry.Appends!.Value))],
            Passed = await PassedAsync(session.ProgrammeId, examined, cancel),
            Papers = await submit.AtSessionAsync(passed, evidence, cancel),
            Revoked = [.. entries.Where(one => one.Entry.Revokes).SelectMany(one => one.Earlier, (one, record) => (record.Id, one.Person))],
            Reviewed = [.. known.Values],
            Why = why,
        };
    }

    private async Task<List<(Guid Person, List<TrainingRecord> Earlier, ClosingEntry Entry)>> EntriesAsync(
        TrainingSession session, SessionTerms terms, Dictionary<Guid, Guid> known, IReadOnlyDictionary<Guid, Examination> examined, CancellationToken cancel)
    {
        if (session.ProgrammeId is not { } programmeId)
        {
            return [];
        }

        var (rows, persons) = (known.Keys.ToList(), known.Values.ToList());
        var marks = (await db.Attendances.AsNoTracking().Where(one => rows.Contains(one.ParticipantId)).ToListAsync(cancel)).ToLookup(one => one.ParticipantId, one => one.Marks);
        var (earlier, barred) = (await EarlierAsync(session.Id, programmeId, persons, examined, cancel), await db.BarredAsync(session, cancel));
        return [.. known.Select(one => EntryOf(one.Value, programmeId, SessionCredit.Of(terms, marks[one.Key]).After(examined.GetValueOrDefault(one.Key)?.Passed), [.. earlier[one.Value]], barred.Contains(one.Value)))];
    }

    /// <summary>
    /// Records in force that this session led to: of an earlier closing, in its programme and in those that ask for the same, or of the programme by the paper alone,
    /// written then or by a regrade since.
    /// </summary>
    private async Task<ILookup<Guid, TrainingRecord>> EarlierAsync(
        Guid sessionId, Guid programmeId, List<Guid> persons, IReadOnlyDictionary<Guid, Examination> examined, CancellationToken cancel)
    {
        var attempts = examined.Values.Select(one => one.Attempt).OfType<Attempt>().Select(attempt => (Guid?)attempt.Id).ToList();
        return (await db.TrainingRecords.AsNoTracking()
            .Where(record => persons.Contains(record.PersonId)
                && (record.ProgrammeId == programmeId ? record.SessionId == sessionId || (record.SessionId == null && attempts.Contains(record.AttemptId)) : record.SessionId == sessionId && record.SessionClosing != null)
                && !db.Revocations.Any(revocation => revocation.RecordId == record.Id))
            .ToListAsync(cancel)).ToLookup(record => record.PersonId);
    }

    /// <summary>What passing alone completed stays where the attendance does not complete it as well: then one record says both.</summary>
    private static (Guid Person, List<TrainingRecord> Earlier, ClosingEntry Entry) EntryOf(Guid personId, Guid programmeId, SessionCredit credit, List<TrainingRecord> earlier, bool isBarred)
    {
        var counting = earlier.FindAll(record => record.ProgrammeId == programmeId && (credit.IsEnough || record.SessionClosing is not null));
        var same = earlier.FindAll(record => record.ProgrammeId != programmeId);
        var entry = ClosingEntry.Of(credit, counting is [var first, ..] ? first.CreditMinutes : null, isBarred);
        if (isBarred && credit.IsEnough && counting.Count == 0 && (same.Count == 0 || same.Exists(record => record.CreditMinutes != credit.CreditMinutes)))
        {
            // What asks for the same follows the attendance although nothing is given back in the programme itself.
            return (personId, same, new ClosingEntry(credit.CreditMinutes, Revokes: same.Count > 0));
        }

        // What asks for the same falls with it, also where its own record was revoked before.
        return (personId, [.. counting, .. same], entry with { Revokes = entry.Revokes || (!credit.IsEnough && same.Count > 0) });
    }

    /// <summary>A record of an earlier closing keeps the attempt, even revoked: of one attempt there is one record in a programme.</summary>
    private async Task<IReadOnlyDictionary<Guid, (Guid? AttemptId, int Points, int FullPoints)>> PassedAsync(Guid? programmeId, IReadOnlyDictionary<Guid, Examination> examined, CancellationToken cancel)
    {
        var passed = examined.Values.Where(one => one is { Passed: true, Attempt: not null }).ToList();
        var attempts = passed.ConvertAll(one => (Guid?)one.Attempt!.Id);
        var used = await db.TrainingRecords.Where(record => record.ProgrammeId == programmeId && attempts.Contains(record.AttemptId)).Select(record => record.AttemptId).ToListAsync(cancel);
        return passed.ToDictionary(one => one.Attempt!.PersonId, one => (used.Contains(one.Attempt!.Id) ? null : (Guid?)one.Attempt.Id, one.Points, one.FullPoints));
    }
}
