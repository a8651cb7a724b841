using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TrainingHub.Courseware.Media;

/// <summary>Blanks the elements of a WebM that tell of people, places and devices. They keep their length, since others point behind them.</summary>
internal static class WebmFile
{
    private const uint Head = 0x1A45DFA3, DocType = 0x4282, Segment = 0x18538067;
    private const uint Info = 0x1549A966, Tracks = 0x1654AE6B, Track = 0xAE, Cluster = 0x1F43B675, Void = 0xEC;

    /// <summary>Seek head, cues, attachments, chapters and tags, beside those with a name.</summary>
    private static readonly HashSet<uint> Parts = [0x114D9B74, Info, Tracks, Cluster, 0x1C53BB6B, 0x1941A469, 0x1043A770, 0x1254C367];

    /// <summary>Attachments, chapters, tags; title, file name and date; name of a track.</summary>
    private static readonly HashSet<uint> Telling = [0x1941A469, 0x1043A770, 0x1254C367, 0x7BA9, 0x7384, 0x4461, 0x536E];

    /// <summary>With what it was written: they have to be there, if only empty.</summary>
    private static readonly HashSet<uint> Programs = [0x4D80, 0x5741];

    public static CleanMedia? Clean(byte[] bytes)
    {
        var clean = bytes.ToArray();
        if (Read(clean, 0, clean.Length) is not { Id: Head, End: { } headEnd } head || !IsWebm(clean, head.Start, headEnd)
            || Read(clean, headEnd, clean.Length) is not { Id: Segment } segment)
        {
            return null;
        }

        var (end, hasTracks, hasContent) = (segment.End ?? clean.Length, false, false);
        for (var at = segment.Start; at < end;)
        {
            if (Read(clean, at, end) is not { } part || (part.End ?? EndOf(clean, part, end)) is not { } partEnd)
            {
                return null;
            }

            (hasTracks, hasContent) = (hasTracks || part.Id is Tracks, hasContent || part.Id is Cluster);
            if (!Blank(clean, at, part, partEnd, depth: 0))
            {
                return null;
            }

            at = partEnd;
        }

        return hasTracks && hasContent ? new CleanMedia(MediaKind.Webm, clean[..end], 0, 0) : null;
    }

    private static bool IsWebm(byte[] bytes, int start, int end)
    {
        for (var at = start; at < end && Read(bytes, at, end) is { End: { } next } child; at = next)
        {
            if (child.Id is DocType)
            {
                return bytes.AsSpan(child.Start..next).SequenceEqual("webm"u8);
            }
        }

        return false;
    }

    /// <summary>Where a cluster without a length ends: with the next part, or with the file. Null where something in it has no length.</summary>
    private static int? EndOf(byte[] bytes, Element part, int end)
    {
        if (part.Id is not Cluster)
        {
            return null;
        }

        for (var at = part.Start; at < end;)
        {
            if (Read(bytes, at, end) is not { } child)
            {
                return null;
            }

            if (Parts.Contains(child.Id))
            {
                return at;
            }

            if (child.End is not { } next)
            {
                return null;
            }

            at = next;
        }

        return end;
    }

    /// <summary>False where it is broken.</summary>
    private static bool Blank(byte[] bytes, int from, Element element, int end, int depth)
    {
        if (Telling.Contains(element.Id))
        {
            var length = end - from;
            bytes.AsSpan(from..end).Clear();
            bytes[from] = (byte)Void;
            if (length < 9)
            {
                bytes[from + 1] = (byte)(0x80 | (length - 2));
            }
            else
            {
                BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(from + 1), 0x0100_0000_0000_0000UL | (uint)(length - 9));
            }

            return true;
        }

        if (Programs.Contains(element.Id))
        {
            bytes.AsSpan(element.Start..end).Clear();
            return true;
        }

        for (var at = element.Start; element.Id is Info or Tracks or Track && depth < 3 && at < end;)
        {
            if (Read(bytes, at, end) is not { End: { } next } child || !Blank(bytes, at, child, next, depth + 1))
            {
                return false;
            }

            at = next;
        }

        return true;
    }

    /// <summary>Null where there is none, or it goes beyond the end.</summary>
    private static Element? Read(byte[] bytes, int at, int end)
    {
        var idLength = LengthOf(bytes[at]);
        if (idLength > 4 || at + idLength >= end)
        {
            return null;
        }

        uint id = 0;
        for (var place = 0; place < idLength; place++)
        {
            id = (id << 8) | bytes[at + place];
        }

        var sizeLength = LengthOf(bytes[at + idLength]);
        var start = at + idLength + sizeLength;
        if (sizeLength > 8 || start > end)
        {
            return null;
        }

        var size = (ulong)bytes[at + idLength] & (0xFFUL >> sizeLength);
        for (var place = 1; place < sizeLength; place++)
        {
            size = (size << 8) | bytes[at + idLength + place];
        }

        // All ones: it has no length.
        if (size == (1UL << (7 * sizeLength)) - 1)
        {
            return new Element(id, start, null);
        }

        return size <= (ulong)(end - start) ? new Element(id, start, start + (int)size) : null;
    }

    /// <summary>Bytes of a number, by the zeros that its first byte begins with.</summary>
    private static int LengthOf(byte first) => byte.LeadingZeroCount(first) + 1;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Element(uint Id, int Start, int? End);
}
