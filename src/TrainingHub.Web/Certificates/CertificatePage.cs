using TrainingHub.Documents;

namespace TrainingHub.Certificates;

/// <param name="State">Today's.</param>
/// <param name="RevokedOn">Day in the zone; null while not revoked.</param>
/// <param name="Obstacle">Why no file can be made; null when one can.</param>
/// <param name="IsMine">Whether the reader is the holder.</param>
/// <param name="MayReadRecords">Whether the reader may open the holder's records; never of a guest, who has none.</param>
/// <param name="RevocationPath">Where the reader may revoke it; null when not, or it was.</param>
public sealed record CertificatePage(
    CertificateFacts Facts,
    CertificateState State,
    DateOnly? RevokedOn,
    Uri VerifyAddress,
    CertificateOutcome.UnsupportedCharacters? Obstacle,
    bool IsMine,
    bool MayReadRecords,
    string? RevocationPath);
