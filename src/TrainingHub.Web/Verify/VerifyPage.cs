using TrainingHub.Certificates;

namespace TrainingHub.Verify;

/// <summary>What a stranger is told of a certificate.</summary>
/// <param name="Checked">When it was checked, on the zone's clock.</param>
/// <param name="Zone">Id of the zone.</param>
/// <param name="RevokedOn">Day in the zone; null while not revoked.</param>
public sealed record VerifyPage(CertificateFacts Facts, CertificateState State, DateTime Checked, string Zone, DateOnly? RevokedOn);
