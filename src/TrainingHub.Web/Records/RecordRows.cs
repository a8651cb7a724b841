using TrainingHub.Storage;

namespace TrainingHub.Records;

internal static class RecordRows
{
    extension(Db db)
    {
        /// <summary>Records with what stands in other tables, in one statement.</summary>
        public IQueryable<RecordRow> RowsOf(IQueryable<TrainingRecord> records) =>
            from record in records
            join programme in db.Programmes on record.ProgrammeId equals programme.Id
            join n in db.RecordNames on record.Id equals n.RecordId into ns
            from names in ns.DefaultIfEmpty()
            join r in db.Revocations on record.Id equals r.RecordId into rs
            from revocation in rs.DefaultIfEmpty()
            join c in db.Certificates on record.Id equals c.RecordId into cs
            from certificate in cs.DefaultIfEmpty()
            select new RecordRow
            {
                Id = record.Id,
                PersonId = record.PersonId,
                CompletionDay = record.CompletionDay,
                ValidUntil = record.ValidUntil,
                RecordedAt = record.RecordedAt,
                Programme = programme.Name,
                ProgrammeEn = programme.NameEn,
                CourseSlug = record.CourseSlug,
                SessionTitle = record.SessionId == null ? null : db.TrainingSessions.Where(session => session.Id == record.SessionId).Select(session => session.Title).FirstOrDefault(),
                CreditMinutes = record.CreditMinutes,
                Evidence = record.Evidence,
                Points = record.Points,
                FullPoints = record.FullPoints,
                ContentHash = record.ContentHash,
                PersonName = names == null || names.Salt == "" ? null : names.PersonName,
                UnitName = names == null ? "" : names.UnitName,
                PositionName = names == null ? "" : names.PositionName,
                RevokedAt = revocation == null ? null : revocation.RecordedAt,
                RevocationReason = revocation == null ? null : revocation.Reason,
                IsRevokedByHand = revocation != null && !revocation.IsConsequence,
                Restores = record.RestoresId != null,
                RestoreReason = record.RestoreReason,
                Serial = certificate == null ? null : certificate.Serial,
            };
    }

    extension(IQueryable<RecordRow> rows)
    {
        public IQueryable<RecordRow> NewestFirst() => rows.OrderByDescending(row => row.CompletionDay).ThenByDescending(row => row.Id);
    }
}
