using Microsoft.EntityFrameworkCore;
using TrainingHub.Certificates;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Papers;

/// <summary>
/// Gives guests who attended enough and passed their certificate, once, and revokes that of whoever no longer did after a correction. They get no
/// record and count in no target. Runs in the transaction that closes the session.
/// </summary>
public sealed class EnterGuests(Db db, IssueCertificate issue, Ids ids, DayClock clock)
{
    /// <param name="session">Being closed, for a programme.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="guests">Rows of its list without a person.</param>
    /// <param name="examined">By row of the list.</param>
    /// <param name="cancel">Ends it.</param>
    internal async Task RunAsync(TrainingSession session, SessionTerms terms, IReadOnlyList<Participant> guests, IReadOnlyDictionary<Guid, Examination> examined, CancellationToken cancel)
    {
        var rows = guests.Select(one => one.Id).ToList();
        var rules = db.ProgrammeRules.On(session.LastDay);
        if (rows.Count is 0 || await rules.AsNoTracking().FirstOrDefaultAsync(rule => rule.ProgrammeId == session.ProgrammeId, cancel) is not { } inForce)
        {
            return;
        }

        var marks = (await db.Attendances.AsNoTracking().Where(one => rows.Contains(one.ParticipantId)).ToListAsync(cancel)).ToLookup(one => one.ParticipantId, one => one.Marks);
        var certificates = await db.Certificates.AsNoTracking()
            .Where(certificate => rows.Contains(certificate.PersonId) && !db.Revocations.Any(revocation => revocation.RecordId == certificate.RecordId)).ToDictionaryAsync(certificate => certificate.PersonId, cancel);
        var issued = new List<GuestCompletion>();
        foreach (var guest in guests)
        {
            var (examination, earlier) = (examined.GetValueOrDefault(guest.Id), certificates.GetValueOrDefault(guest.Id));
            var entry = ClosingEntry.Of(SessionCredit.Of(terms, marks[guest.Id]).OfGuestAfter(examination?.Passed), earlier?.CreditMinutes);
            if (entry.Revokes && earlier is not null)
            {
                db.Revocations.Add(new Revocation { Id = ids.Next(), RecordId = earlier.RecordId, RecordedAt = clock.Now, RecordedBy = session.ClosedBy ?? session.CreatedBy, Reason = session.ReopenReason ?? "" });
            }

            if (entry.Appends is { } minutes && examination is not null)
            {
                issued.Add(new GuestCompletion(guest.Id, guest.GuestName ?? "", minutes, examination.Points, examination.FullPoints));
            }
        }

        await db.SaveChangesAsync(cancel);
        await issue.ForGuestsAsync(issued, inForce, session.OrganizationId, session.Title, session.LastDay, cancel);
    }
}
