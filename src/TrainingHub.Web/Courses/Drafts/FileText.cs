using System.Text;

namespace TrainingHub.Courses.Drafts;

/// <summary>Bytes of a file as text for a form, and back without changing what nobody changed: byte order mark and line ends stay.</summary>
public static class FileText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the file is written in a form; pictures and videos are not.</summary>
    public static bool IsText(string path) => Path.GetExtension(path) is ".md" or ".yml" or ".yaml" or ".txt" or ".vtt";

    /// <summary>With line ends as LF; null when the bytes are no UTF-8.</summary>
    public static string? Of(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(HasMark(bytes) ? bytes.AsSpan(Mark.Length) : bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : WithLineFeeds(text);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text as bytes in the manner of the bytes it replaces.</summary>
    public static byte[] BytesOf(string text, byte[] replaced)
    {
        var plain = WithLineFeeds(text);
        if (string.Equals(Of(replaced), plain, StringComparison.Ordinal))
        {
            return replaced;
        }

        var hasReturns = replaced.AsSpan().IndexOf("\r\n"u8) >= 0;
        var bytes = Strict.GetBytes(WithoutHalves(hasReturns ? plain.Replace("\n", "\r\n", StringComparison.Ordinal) : plain));
        return HasMark(replaced) ? [.. Mark, .. bytes] : bytes;
    }

    // Browsers send CRLF whatever the file had.
    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    // Half of a character outside the basic plane cannot be written.
    private static string WithoutHalves(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static bool HasMark(byte[] bytes) => bytes.AsSpan().StartsWith(Mark);
}
