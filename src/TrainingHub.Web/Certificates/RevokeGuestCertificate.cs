using TrainingHub.Account;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Certificates;

/// <summary>Revokes the certificate of a session's guest, who has no record, by appending a row. A guest counts nowhere: no figure moves.</summary>
public sealed partial class RevokeGuestCertificate(
    Transactions transactions, CertificateQuery certificates, AppendRevocation append, CurrentPerson current, ILogger<RevokeGuestCertificate> logger)
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

            await append.RunAsync(facts.RecordId, reason, cancel);

            LogRevoked(logger, facts.Id, current.Id);
            return new RevokeOutcome.Revoked();
        }, cancel);

    [LoggerMessage(701, LogLevel.Information, "Certificate {CertificateId} of a guest was revoked by person {PersonId}")]
    private static partial void LogRevoked(ILogger logger, Guid certificateId, Guid personId);
}
