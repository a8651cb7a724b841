using System.Buffers.Binary;

namespace TrainingHub.Courseware.Media;

/// <summary>
/// Blanks the boxes of an MP4 that tell of the place and the device. They keep their length, since others point behind them.
/// </summary>
internal static class Mp4File
{
    public static CleanMedia? Clean(byte[] bytes)
    {
        var clean = bytes.ToArray();
        var (hasHead, hasContent) = (false, false);
        return Walk(clean, 0, clean.Length, depth: 0, ref hasHead, ref hasContent) && hasHead && hasContent
            ? new CleanMedia(MediaKind.Mp4, clean, 0, 0)
            : null;
    }

    // A file of nothing but empty boxes has millions of them: of each only what is needed is kept.
    private static bool Walk(byte[] bytes, int start, int end, int depth, ref bool hasHead, ref bool hasContent)
    {
        var at = start;
        while (at + 8 <= end)
        {
            var length = (long)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            var head = 8;
            if (length is 1)
            {
                (length, head) = ((long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(at + 8)), long.MaxValue), 16);
            }
            else if (length is 0)
            {
                length = end - at;
            }

            if (length < head || length > end - at)
            {
                return false;
            }

            var name = bytes.AsSpan(at + 4, 4);
            hasHead |= name.SequenceEqual("moov"u8);
            hasContent |= name.SequenceEqual("mdat"u8);
            if (name.SequenceEqual("udta"u8) || name.SequenceEqual("meta"u8) || name.SequenceEqual("uuid"u8))
            {
                "free"u8.CopyTo(bytes.AsSpan(at + 4));
                bytes.AsSpan(at + head, (int)length - head).Clear();
            }
            else if ((name.SequenceEqual("moov"u8) || name.SequenceEqual("trak"u8)) && depth < 4 && !Walk(bytes, at + head, at + (int)length, depth + 1, ref hasHead, ref hasContent))
            {
                return false;
            }

            at += (int)length;
        }

        return at == end;
    }
}
