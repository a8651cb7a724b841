using System.Buffers.Binary;
using System.Text;

namespace TrainingHub.Courseware.Media;

/// <summary>
/// Blanks the boxes of an MP4 that tell of the place and the device. They keep their length, since others point behind them.
/// </summary>
internal static class Mp4File
{
    private static readonly string[] Told = ["udta", "meta", "uuid"];
    private static readonly string[] Outer = ["moov", "trak"];

    public static CleanMedia? Clean(byte[] bytes)
    {
        var clean = bytes.ToArray();
        var names = new List<string>();
        return Walk(clean, 0, clean.Length, names, depth: 0) && names.Contains("moov", StringComparer.Ordinal) && names.Contains("mdat", StringComparer.Ordinal)
            ? new CleanMedia(MediaKind.Mp4, clean, 0, 0)
            : null;
    }

    private static bool Walk(byte[] bytes, int start, int end, List<string> names, int depth)
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

            var name = Encoding.ASCII.GetString(bytes, at + 4, 4);
            names.Add(name);
            if (Told.Contains(name, StringComparer.Ordinal))
            {
                "free"u8.CopyTo(bytes.AsSpan(at + 4));
                bytes.AsSpan(at + head, (int)length - head).Clear();
            }
            else if (Outer.Contains(name, StringComparer.Ordinal) && depth < 4 && !Walk(bytes, at + head, at + (int)length, names, depth + 1))
            {
                return false;
            }

            at += (int)length;
        }

        return at == end;
    }
}
