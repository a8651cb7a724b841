using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>Sessions that were closed, as far as somebody attended enough of them. One that was opened again counts again when it is closed.</summary>
public sealed class SessionLearning(Db db) : ILearningSource
{
    public async Task<IReadOnlyList<LearningFact>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        var byHand = db.RevokedByHand();
        var rows = await (
            from participant in db.Participants.AsNoTracking()
            where participant.PersonId != null && people.Contains(participant.PersonId.Value)
            join session in db.TrainingSessions.AsNoTracking() on participant.SessionId equals session.Id
            where (session.Standing == SessionStanding.Closed || session.Standing == SessionStanding.Closing) && participant.EnteredIn == session.Closing
                // What followed from a corrected paper or from attendance says nothing of who was there now; what somebody revoked by hand holds until it is taken back.
                && (!db.TrainingRecords.Any(record => record.SessionId == session.Id && record.PersonId == participant.PersonId && byHand.Any(revocation => revocation.RecordId == record.Id))
                    || db.TrainingRecords.Any(record => record.SessionId == session.Id && record.PersonId == participant.PersonId && !db.Revocations.Any(revocation => revocation.RecordId == record.Id)))
            join unit in db.Organizations on session.OrganizationId equals unit.Id
            select new { Participant = participant.Id, PersonId = participant.PersonId!.Value, Session = session, Unit = unit.Name }).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.ConvertAll(row => row.Participant);
        var sessions = rows.Select(row => row.Session.Id).Distinct().ToList();
        var marks = (await db.Attendances.AsNoTracking().Where(one => ids.Contains(one.ParticipantId)).ToListAsync(cancel)).ToLookup(one => one.ParticipantId, one => one.Marks);
        var halves = (await db.SessionHalfDays.AsNoTracking().Where(half => sessions.Contains(half.SessionId)).ToListAsync(cancel)).ToLookup(half => half.SessionId);
        return
        [
            .. from row in rows
               let credit = SessionCredit.Of(row.Session.TermsWith(halves[row.Session.Id]), marks[row.Participant])
               where credit.IsEnough
               select new LearningFact
               {
                   PersonId = row.PersonId,
                   Kind = LearningKind.Session,
                   SourceId = row.Session.Id,
                   Day = row.Session.LastDay,
                   Title = row.Session.Title,
                   CourseSlug = row.Session.CourseSlug,
                   Domains = row.Session.Domain,
                   Minutes = credit.CreditMinutes,
                   Organizer = row.Unit,
               },
        ];
    }
}
