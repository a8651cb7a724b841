using System.Buffers.Binary;

namespace TrainingHub.Sessions;

/// <summary>入场凭证: what the first request with a good code leaves in that browser, so that loading, activating and signing in do not run against the code.</summary>
/// <param name="Id">Opens for one person.</param>
/// <param name="SessionId">The session.</param>
/// <param name="HalfDay">Number of the half-day.</param>
/// <param name="Purpose">Arrival or end.</param>
/// <param name="ScannedAt">When the code was brought, UTC.</param>
public sealed record HallTicket(Guid Id, Guid SessionId, int HalfDay, ScanPurpose Purpose, DateTime ScannedAt)
{
    /// <summary>For how long it opens (end included).</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private const int Length = 16 + 16 + 4 + 4 + 8;

    public bool IsGood(DateTime now) => now >= ScannedAt && now - ScannedAt <= Life;

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Id.TryWriteBytes(bytes);
        SessionId.TryWriteBytes(bytes.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(32), HalfDay);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(36), (int)Purpose);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(40), ScannedAt.Ticks);
        return bytes;
    }

    /// <summary>Null when the bytes are none of a ticket.</summary>
    public static HallTicket? Read(ReadOnlySpan<byte> bytes) => bytes.Length is Length
        ? new HallTicket(
            new Guid(bytes[..16]), new Guid(bytes[16..32]), BinaryPrimitives.ReadInt32BigEndian(bytes[32..]),
            (ScanPurpose)BinaryPrimitives.ReadInt32BigEndian(bytes[36..]), new DateTime(BinaryPrimitives.ReadInt64BigEndian(bytes[40..]), DateTimeKind.Utc))
        : null;
}
