using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Records;

/// <summary>撤销: a later row that cancels an earlier record, from the beginning. At most one per record.</summary>
public sealed class Revocation
{
    public required Guid Id { get; init; }
    public required Guid RecordId { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid RecordedBy { get; init; }
    public required string Reason { get; init; }

    /// <summary>
    /// Whether it followed from something else that was corrected or taken back, a paper, attendance or a part of a programme: what that completes when it is
    /// right again is entered anew. Else somebody decided on the record itself, and only a person takes that back.
    /// </summary>
    public bool IsConsequence { get; init; }

    /// <summary>SHA-256 over the fields in the order below, joined by line feeds, lower-case hex. The first says whether it is a consequence.</summary>
    public string HashContent() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        IsConsequence ? "revocation/2" : "revocation/1", Id.ToString("N"), RecordId.ToString("N"), (RecordedAt.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture), RecordedBy.ToString("N"), Reason))));
}
