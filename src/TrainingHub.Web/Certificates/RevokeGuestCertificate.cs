using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Certificates;

/// <summary>Revokes the certificate of a session's guest, who has no record, by appending a row. A guest counts nowhere: no figure moves.</summary>
public sealed partial class RevokeGuestCertificate(
    Db db, Transactions transactions, CertificateQuery certificates, CurrentPerson current, Ids ids, DayClock clock, ILogger<RevokeGuestCertificate> logger)
{
    public Task<RevokeOutcome> RunAsync(string serial, string reason, CancellationToken cancel) =>
        transactions.RunAsync<RevokeOutcome>(async cancel =>
        {
            if (await certificates.FindOfGuestAsync(serial, cancel) is not { } facts)
            {
                return new RevokeOutcome.NotFound();
            }

            if (facts.RevokedAt is not null)
            {
                return new RevokeOutcome.AlreadyRevoked();
            }

            db.Revocations.Add(new Revocation { Id = ids.Next(), RecordId = facts.RecordId, RecordedAt = clock.Now, RecordedBy = current.Id, Reason = reason });
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                throw new RepeatTransactionException($"Somebody else revoked certificate {facts.Id} in the same moment.");
            }

            LogRevoked(logger, facts.Id, current.Id);
            return new RevokeOutcome.Revoked();
        }, cancel);

    [LoggerMessage(701, LogLevel.Information, "Certificate {CertificateId} of a guest was revoked by person {PersonId}")]
    private static partial void LogRevoked(ILogger logger, Guid certificateId, Guid personId);
}
