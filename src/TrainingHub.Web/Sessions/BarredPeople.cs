using Microsoft.EntityFrameworkCore;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

internal static class BarredPeople
{
    extension(Db db)
    {
        /// <summary>
        /// Whose record or certificate of this session somebody revoked by hand, and nobody gave back: people of the roster, and rows of the list of guests.
        /// Closing the session again does not give it back.
        /// </summary>
        public async Task<HashSet<Guid>> BarredAsync(TrainingSession session, CancellationToken cancel)
        {
            var (byHand, id) = (db.RevokedByHand(), session.Id);
            var people = await db.TrainingRecords
                .Where(record => record.ProgrammeId == session.ProgrammeId && db.Participants.Any(one => one.SessionId == id && one.PersonId == record.PersonId)
                    && (record.SessionId == id || db.SessionPapers.Any(paper => paper.SessionId == id && paper.Id == record.AttemptId))
                    && byHand.Any(revocation => revocation.RecordId == record.Id))
                .Select(record => record.PersonId).ToListAsync(cancel);
            var guests = await db.Certificates
                .Where(certificate => db.Participants.Any(one => one.SessionId == id && one.PersonId == null && one.Id == certificate.PersonId) && byHand.Any(revocation => revocation.RecordId == certificate.RecordId))
                .Select(certificate => certificate.PersonId).ToListAsync(cancel);
            return [.. people, .. guests];
        }
    }
}
