using System.Security.Cryptography;

namespace TrainingHub.Courseware.Media;

/// <summary>What is found when the bytes of a picture, a video or captions are looked at: the same bytes, the same finding.</summary>
/// <param name="Kind">By content; None when it is none of the kinds that can be checked, or broken.</param>
/// <param name="Hash">SHA-256 of the bytes, lowercase hexadecimal.</param>
/// <param name="TellsMore">Whether the bytes tell of people and places as well.</param>
/// <param name="Width">Pixels as shown; 0 for what is no picture.</param>
/// <param name="Height">Pixels as shown; 0 for what is no picture.</param>
public sealed record MediaFinding(MediaKind Kind, string Hash, bool TellsMore, int Width, int Height)
{
    public static MediaFinding Of(byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return MediaCleaner.Clean(bytes) is { } clean
            ? new MediaFinding(clean.Kind, hash, !bytes.AsSpan().SequenceEqual(clean.Bytes), clean.Width, clean.Height)
            : new MediaFinding(MediaKind.None, hash, TellsMore: false, 0, 0);
    }
}
