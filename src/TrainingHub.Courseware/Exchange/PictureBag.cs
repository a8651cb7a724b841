using System.Security.Cryptography;
using TrainingHub.Courseware.Media;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>The pictures of a file, as they are found. What they are is judged by their bytes; what tells of people and places is taken out.</summary>
internal sealed class PictureBag
{
    private const long Most = 100L * 1024 * 1024;
    private const int LongestAlt = 1000;

    private readonly Dictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private long size;

    public IReadOnlyDictionary<string, byte[]> Kept => kept;

    /// <summary>Null when it cannot be a question's picture, which is then noted.</summary>
    /// <param name="draft">Is told.</param>
    /// <param name="found">As the text has it.</param>
    /// <param name="bytes">Null: the file does not bring it.</param>
    public QuestionPicture? Take(ForeignDraft draft, FoundPicture found, byte[]? bytes)
    {
        if (bytes is null)
        {
            draft.Note(ForeignFault.PictureLeftOut, found.Name);
            return null;
        }

        if (bytes.Length > MediaKinds.LargestPicture)
        {
            draft.Note(ForeignFault.PictureTooLarge, found.Name);
            return null;
        }

        if (MediaCleaner.Clean(bytes) is not { Kind: MediaKind.Png or MediaKind.Jpeg } clean)
        {
            draft.Note(ForeignFault.PictureBroken, found.Name);
            return null;
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(clean.Bytes));
        if (kept.TryAdd(name, clean.Bytes) && (size += clean.Bytes.Length) > Most)
        {
            throw new TooMuchInsideException();
        }

        var alt = ForeignDraft.Clean(found.Alt).Replace('\n', ' ');
        if (alt.Length is 0)
        {
            draft.Note(ForeignFault.PictureTextMissing, found.Name);
        }

        return new QuestionPicture(name, MediaKinds.ContentType(clean.Kind), clean.Width, clean.Height, alt.Length <= LongestAlt ? alt : alt[..(LongestAlt - 1)] + "…");
    }

    /// <summary>The bytes that an address <c>data:image/png;base64,…</c> is itself; null when it is none.</summary>
    public static byte[]? DataOf(string address) =>
        address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && address.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && address.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase)
            ? Base64(address[(comma + 1)..])
            : null;

    /// <summary>Empty when it is none: no picture.</summary>
    public static byte[] Base64(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written] : [];
    }
}
