using Microsoft.EntityFrameworkCore;
using TrainingHub.Completions;
using TrainingHub.Organizations;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>Enters the next people of a session that is being closed in the ledger; with the last ones it is closed. Runs in a transaction that holds the session's row.</summary>
public sealed class EnterStep(Db db, CompleteTraining complete)
{
    /// <summary>People of one step, which is one transaction.</summary>
    public const int Size = 300;

    private const OrganizationKind Bureaus =
        OrganizationKind.Province | OrganizationKind.City | OrganizationKind.CountyBureau | OrganizationKind.BureauDepartment | OrganizationKind.AffiliatedUnit | OrganizationKind.ManagementCentre;

    /// <param name="session">Being closed; tracked.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Whether it is closed now.</returns>
    public async Task<bool> RunAsync(TrainingSession session, CancellationToken cancel)
    {
        var closing = session.Closing;
        var people = await db.Participants.Where(one => one.SessionId == session.Id && one.EnteredIn < closing).OrderBy(one => one.Id).Take(Size + 1).ToListAsync(cancel);
        var now = people.Take(Size).ToList();
        if (session.ProgrammeId is { } programmeId)
        {
            await EnterAsync(session, programmeId, now, cancel);
        }

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

    private async Task EnterAsync(TrainingSession session, Guid programmeId, List<Participant> participants, CancellationToken cancel)
    {
        var terms = session.TermsWith(await db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == session.Id).ToListAsync(cancel));
        // Guests have no record.
        var known = participants.Where(one => one.PersonId is not null).ToDictionary(one => one.Id, one => one.PersonId!.Value);
        var (rows, persons) = (known.Keys.ToList(), known.Values.ToList());
        var marks = (await db.Attendances.AsNoTracking().Where(one => rows.Contains(one.ParticipantId)).ToListAsync(cancel)).ToLookup(one => one.ParticipantId, one => one.Marks);
        var earlier = await db.TrainingRecords.AsNoTracking()
            .Where(record => record.SessionId == session.Id && persons.Contains(record.PersonId) && !db.Revocations.Any(revocation => revocation.RecordId == record.Id))
            .Select(record => new { record.PersonId, record.Id, record.CreditMinutes }).ToDictionaryAsync(record => record.PersonId, cancel);
        var entries = known.Select(one => (Person: one.Value, Earlier: earlier.GetValueOrDefault(one.Value),
            Entry: ClosingEntry.Of(SessionCredit.Of(terms, marks[one.Key]), earlier.GetValueOrDefault(one.Value)?.CreditMinutes))).ToList();
        await complete.RunAsync(new SessionCompletion
        {
            SessionId = session.Id,
            Closing = session.Closing,
            ProgrammeId = programmeId,
            CourseSlug = session.CourseSlug,
            Day = session.LastDay,
            Evidence = await EvidenceAsync(session, cancel),
            People = [.. entries.Where(one => one.Entry.Appends is not null).Select(one => (one.Person, one.Entry.Appends!.Value))],
            Revoked = [.. entries.Where(one => one.Entry.Revokes).Select(one => (one.Earlier!.Id, one.Person))],
            By = session.ClosedBy ?? session.CreatedBy,
            Reason = session.ReopenReason ?? "",
        }, cancel);
    }

    private async Task<Evidence> EvidenceAsync(TrainingSession session, CancellationToken cancel)
    {
        var details = db.OrganizationDetails.On(session.LastDay);
        var kind = await details.Where(detail => detail.OrganizationId == session.OrganizationId).Select(detail => detail.Kind).FirstOrDefaultAsync(cancel);
        return (kind & Bureaus) != OrganizationKind.None ? Evidence.BureauSession : Evidence.SchoolSession;
    }
}
