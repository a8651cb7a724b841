using TrainingHub.Storage;

namespace TrainingHub.Certificates;

internal static class CertificateRows
{
    extension(Db db)
    {
        /// <summary>Certificates with what stands in other tables, in one statement.</summary>
        public IQueryable<CertificateFacts> FactsOf(IQueryable<Certificate> certificates) =>
            from certificate in certificates
            join n in db.RecordNames on certificate.RecordId equals n.RecordId into ns
            from names in ns.DefaultIfEmpty()
            join r in db.Revocations on certificate.RecordId equals r.RecordId into rs
            from revocation in rs.DefaultIfEmpty()
            select new CertificateFacts
            {
                Id = certificate.Id,
                Serial = certificate.Serial,
                Code = certificate.Code,
                RecordId = certificate.RecordId,
                PersonId = certificate.PersonId,
                Title = certificate.Title,
                ProgrammeName = certificate.ProgrammeName,
                IssuerName = certificate.IssuerName,
                CompletionDay = certificate.CompletionDay,
                IssuedOn = certificate.IssuedOn,
                ValidUntil = certificate.ValidUntil,
                CreditMinutes = certificate.CreditMinutes,
                Points = certificate.Points,
                FullPoints = certificate.FullPoints,
                PersonName = names == null || names.Salt == "" ? null : names.PersonName,
                UnitName = names == null ? "" : names.UnitName,
                PositionName = names == null ? "" : names.PositionName,
                RevokedAt = revocation == null ? null : revocation.RecordedAt,
                RevocationReason = revocation == null ? null : revocation.Reason,
            };
    }
}
