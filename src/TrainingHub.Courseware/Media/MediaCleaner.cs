using System.Text;

namespace TrainingHub.Courseware.Media;

/// <summary>Knows a picture or a video by its content, never by its name, and takes out what tells of people and places.</summary>
public static class MediaCleaner
{
    /// <summary>Pixels: more would stop a phone.</summary>
    public const int MostPixels = 40_000_000;

    /// <summary>Null when it is none of the kinds that can be checked, or broken. Cleaning what is clean changes nothing.</summary>
    public static CleanMedia? Clean(byte[] bytes)
    {
        try
        {
            var clean = bytes.AsSpan() switch
            {
                [0xFF, 0xD8, 0xFF, ..] => JpegFile.Clean(bytes),
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngFile.Clean(bytes),
                [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Mp4File.Clean(bytes),
                [(byte)'W', (byte)'E', (byte)'B', (byte)'V', (byte)'T', (byte)'T', ..] => CleanCaptions(bytes),
                _ => null,
            };
            return clean is null || (long)clean.Width * clean.Height > MostPixels ? null : clean;
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // Broken files end early; every place that reads past the end gets here.
            return null;
        }
    }

    private static CleanMedia? CleanCaptions(byte[] bytes)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return new CleanMedia(MediaKind.Captions, bytes, 0, 0);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
