namespace TrainingHub.Courseware.Media;

/// <summary>Knows a recording of sound or pictures by its content, never by its name, and takes out what tells of people, places and devices.</summary>
public static class RecordingCleaner
{
    /// <summary>Null when it is no MP4, M4A, WebM, WAV or MP3, or broken. Cleaning what is clean changes nothing.</summary>
    public static CleanMedia? Clean(byte[] bytes)
    {
        try
        {
            return bytes.AsSpan() switch
            {
                [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => Mp4File.Clean(bytes),
                [0x1A, 0x45, 0xDF, 0xA3, ..] => WebmFile.Clean(bytes),
                [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => WavFile.Clean(bytes),
                [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, >= 0xE0, ..] => Mp3File.Clean(bytes),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // Broken files end early; every place that reads past the end gets here.
            return null;
        }
    }
}
