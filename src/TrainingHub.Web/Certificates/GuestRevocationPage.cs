using TrainingHub.Records;

namespace TrainingHub.Certificates;

/// <param name="RevokedOn">Day in the zone; null while not revoked.</param>
public sealed record GuestRevocationPage(CertificateFacts Facts, DateOnly? RevokedOn, RevocationInput Input);
