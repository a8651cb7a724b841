using TrainingHub.Storage;

namespace TrainingHub.Records;

internal static class HandRevocations
{
    extension(Db db)
    {
        /// <summary>Revocations by which somebody decided on the record itself and that nobody took back: what they revoked nothing but a person gives back.</summary>
        public IQueryable<Revocation> RevokedByHand() =>
            db.Revocations.Where(revocation => !revocation.IsConsequence && !db.TrainingRecords.Any(record => record.RestoresId == revocation.RecordId));
    }
}
