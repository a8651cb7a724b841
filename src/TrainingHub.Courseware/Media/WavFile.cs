using System.Buffers.Binary;

namespace TrainingHub.Courseware.Media;

/// <summary>Keeps of a WAV what is heard: its format and its sound.</summary>
internal static class WavFile
{
    private const int Head = 12;

    public static CleanMedia? Clean(byte[] bytes)
    {
        using var clean = new MemoryStream();
        clean.Write(bytes.AsSpan(0, Head));
        var (hasFormat, hasSound, at) = (false, false, Head);
        while (at + 8 <= bytes.Length)
        {
            var name = bytes.AsSpan(at, 4);
            var (length, left) = ((long)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4)), bytes.Length - at - 8);
            var isSound = name.SequenceEqual("data"u8);
            if (length > left)
            {
                if (!isSound)
                {
                    return null;
                }

                // It was written while it was recorded: its sound goes on to the end.
                length = left;
            }

            var isFormat = name.SequenceEqual("fmt "u8) && length is >= 16 and <= 64;
            if (isFormat || (isSound && hasFormat) || name.SequenceEqual("fact"u8))
            {
                Write(clean, name, bytes.AsSpan(at + 8, (int)length));
            }

            (hasFormat, hasSound) = (hasFormat || isFormat, hasSound || (isSound && hasFormat && length > 0));
            at = (int)Math.Min(bytes.Length, at + 8 + length + (length % 2));
        }

        var whole = clean.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(4), (uint)(whole.Length - 8));
        return hasFormat && hasSound ? new CleanMedia(MediaKind.Wav, whole, 0, 0) : null;
    }

    private static void Write(MemoryStream clean, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)content.Length);
        clean.Write(name);
        clean.Write(length);
        clean.Write(content);
        if (content.Length % 2 is 1)
        {
            clean.WriteByte(0);
        }
    }
}
