namespace TrainingHub.Courseware.Media;

/// <summary>Keeps of an MP3 its frames: the tags before and behind them are gone.</summary>
internal static class Mp3File
{
    private const int LeastFrames = 3;

    // Kilobits a second by index, for MPEG 1 and for MPEG 2 and 2.5.
    private static readonly int[] Rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Samples = [44_100, 48_000, 32_000];

    public static CleanMedia? Clean(byte[] bytes)
    {
        var start = 0;
        while (start + 10 <= bytes.Length && bytes.AsSpan(start, 3).SequenceEqual("ID3"u8))
        {
            var length = ((bytes[start + 6] & 0x7F) << 21) | ((bytes[start + 7] & 0x7F) << 14) | ((bytes[start + 8] & 0x7F) << 7) | (bytes[start + 9] & 0x7F);
            start += 10 + length + ((bytes[start + 5] & 0x10) is 0 ? 0 : 10);
        }

        while (start < bytes.Length && bytes[start] is 0)
        {
            start++;
        }

        var (at, frames) = (start, 0);
        while (at + 4 <= bytes.Length && LengthOf(bytes.AsSpan(at, 4)) is { } length && at + length <= bytes.Length)
        {
            (at, frames) = (at + length, frames + 1);
        }

        // What is no frame is a tag or a frame that was cut: a small part of the whole.
        return frames >= LeastFrames && at - start >= (bytes.Length - start) / 2 ? new CleanMedia(MediaKind.Mp3, bytes[start..at], 0, 0) : null;
    }

    /// <summary>Bytes of the frame, of layer III; null when there is none.</summary>
    private static int? LengthOf(ReadOnlySpan<byte> head)
    {
        var (version, layer, rate, sample) = ((head[1] >> 3) & 3, (head[1] >> 1) & 3, head[2] >> 4, (head[2] >> 2) & 3);
        if (head[0] is not 0xFF || head[1] < 0xE0 || version is 1 || layer is not 1 || rate is 0 or 15 || sample is 3)
        {
            return null;
        }

        var (isFirst, padding) = (version is 3, (head[2] >> 1) & 1);
        var frequency = Samples[sample] >> (version switch { 3 => 0, 2 => 1, _ => 2 });
        return ((isFirst ? 144 : 72) * 1000 * (isFirst ? Rates1 : Rates2)[rate] / frequency) + padding;
    }
}
