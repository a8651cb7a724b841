using Microsoft.EntityFrameworkCore;
using TrainingHub.Certificates;
using TrainingHub.Completions;
using TrainingHub.Programmes;
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
    /// <param name="session">Being closed.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="guests">Rows of its list without a person.</param>
    /// <param name="examined">By row of the list.</param>
    /// <param name="why">Who closes it, and why it had been opened again.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>What is to be issued, when everything else is written.</returns>
    internal async Task<GuestCertificates?> RunAsync(
        TrainingSession session, SessionTerms terms, IReadOnlyList<Participant> guests, IReadOnlyDictionary<Guid, Examination> examined, Lapse why, CancellationToken cancel)
    {
        if (guests.Count is 0 || await RuleAsync(session, cancel) is not { } inForce)
        {
            return null;
        }

        var rows = guests.Select(one => one.Id).ToList();
        var marks = (await db.Attendances.AsNoTracking().Where(one => rows.Contains(one.ParticipantId)).ToListAsync(cancel)).ToLookup(one => one.ParticipantId, one => one.Marks);
        var certificates = await StandingAsync(rows, cancel);
        var barred = await db.BarredAsync(session, cancel);
        var issued = new List<GuestCompletion>();
        foreach (var guest in guests)
        {
            var (examination, earlier) = (examined.GetValueOrDefault(guest.Id), certificates.GetValueOrDefault(guest.Id));
            var entry = ClosingEntry.Of(SessionCredit.Of(terms, marks[guest.Id]).OfGuestAfter(examination?.Passed), earlier?.CreditMinutes, barred.Contains(guest.Id));
            if (entry.Revokes && earlier is not null)
            {
                Revoke(earlier, why);
            }

            if (entry.Appends is { } minutes && examination is not null)
            {
                issued.Add(new GuestCompletion(guest.Id, guest.GuestName ?? "", minutes, examination.Points, examination.FullPoints));
            }
        }

        return new GuestCertificates(issued, inForce);
    }

    /// <summary>The last thing before the transaction ends: everybody of the region waits for the counter of the serials.</summary>
    internal Task IssueAsync(TrainingSession session, GuestCertificates? certificates, CancellationToken cancel) =>
        certificates is var (issued, rule) ? issue.ForGuestsAsync(issued, rule, session.OrganizationId, session.Title, session.LastDay, cancel) : Task.CompletedTask;

    /// <summary>The rule of the session's programme on its last day; null where it is held for none.</summary>
    internal Task<ProgrammeRule?> RuleAsync(TrainingSession session, CancellationToken cancel)
    {
        var rules = db.ProgrammeRules.On(session.LastDay);
        return rules.AsNoTracking().SingleOrDefaultAsync(rule => rule.ProgrammeId == session.ProgrammeId, cancel);
    }

    /// <summary>Certificates in force, by row of the list.</summary>
    internal Task<Dictionary<Guid, Certificate>> StandingAsync(IReadOnlyCollection<Guid> rows, CancellationToken cancel) => db.Certificates.AsNoTracking()
        .Where(certificate => rows.Contains(certificate.PersonId) && !db.Revocations.Any(revocation => revocation.RecordId == certificate.RecordId)).ToDictionaryAsync(certificate => certificate.PersonId, cancel);

    /// <summary>Saved by the caller.</summary>
    internal void Revoke(Certificate certificate, Lapse why) =>
        db.Revocations.Add(new Revocation { Id = ids.Next(), RecordId = certificate.RecordId, RecordedAt = clock.Now, RecordedBy = why.By, Reason = why.Reason, IsConsequence = true });
}
