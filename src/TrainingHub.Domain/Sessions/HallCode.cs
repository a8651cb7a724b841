using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TrainingHub.Sessions;

/// <summary>
/// 动态签到码: what the big page in the hall shows. It is made from a secret of the session and the server's time in steps of ten seconds; no device's
/// clock enters it.
/// </summary>
public static class HallCode
{
    /// <summary>Whole seconds for which one code is shown.</summary>
    public const int StepSeconds = 10;

    /// <summary>Whole seconds, from the moment at which it could first be shown, for which a code opens (end excluded).</summary>
    public const int GoodSeconds = 30;

    /// <summary>Bytes of a session's secret.</summary>
    public const int SecretLength = 32;

    // No 0 O 1 I L U: no code reads like another, or like a word.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    /// <summary>The code that is shown at an instant.</summary>
    /// <param name="secret">Of the session.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="halfDay">Number of the half-day.</param>
    /// <param name="purpose">Arrival or end.</param>
    /// <param name="now">UTC, of the server.</param>
    public static string At(ReadOnlySpan<byte> secret, Guid sessionId, int halfDay, ScanPurpose purpose, DateTime now) =>
        OfStep(secret, sessionId, halfDay, purpose, StepOf(now));

    /// <summary>Whether a code opens at an instant.</summary>
    public static bool IsGood(string code, ReadOnlySpan<byte> secret, Guid sessionId, int halfDay, ScanPurpose purpose, DateTime now)
    {
        var isGood = false;
        for (var (step, last) = (StepOf(now) - (GoodSeconds / StepSeconds) + 1, StepOf(now)); step <= last; step++)
        {
            // All are compared, each in the same time: how long it takes tells nothing.
            isGood |= CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(OfStep(secret, sessionId, halfDay, purpose, step)), System.Text.Encoding.UTF8.GetBytes(code));
        }

        return isGood;
    }

    /// <summary>How long the code of an instant is still shown: more than nothing, at most ten seconds.</summary>
    public static TimeSpan Left(DateTime now) => TimeSpan.FromSeconds(StepSeconds) - TimeSpan.FromTicks((now - DateTime.UnixEpoch).Ticks % TimeSpan.FromSeconds(StepSeconds).Ticks);

    private static long StepOf(DateTime now) => (now - DateTime.UnixEpoch).Ticks / TimeSpan.FromSeconds(StepSeconds).Ticks;

    private static string OfStep(ReadOnlySpan<byte> secret, Guid sessionId, int halfDay, ScanPurpose purpose, long step)
    {
        Span<byte> message = stackalloc byte[32];
        sessionId.TryWriteBytes(message);
        BinaryPrimitives.WriteInt32BigEndian(message[16..], halfDay);
        BinaryPrimitives.WriteInt32BigEndian(message[20..], (int)purpose);
        BinaryPrimitives.WriteInt64BigEndian(message[24..], step);
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, message, digest);
        Span<char> code = stackalloc char[Length];
        for (var place = 0; place < Length; place++)
        {
            code[place] = Alphabet[BinaryPrimitives.ReadUInt16BigEndian(digest[(place * 2)..]) % Alphabet.Length];
        }

        return new string(code);
    }
}
