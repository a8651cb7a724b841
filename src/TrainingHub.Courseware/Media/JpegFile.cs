using System.Buffers.Binary;

namespace TrainingHub.Courseware.Media;

/// <summary>
/// Keeps the segments of a JPEG that are needed to show it. Of EXIF only the direction in which it was held is written anew, else pictures
/// of phones would lie on their side.
/// </summary>
internal static class JpegFile
{
    private static readonly byte[] Jfif = [0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00];

    public static CleanMedia? Clean(byte[] bytes)
    {
        using var clean = new MemoryStream();
        var (width, height, direction, hasPixels) = (0, 0, 1, false);
        using var body = new MemoryStream();
        for (var at = 2; at + 1 < bytes.Length;)
        {
            if (bytes[at] is not 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            if (marker is 0xD9)
            {
                return hasPixels ? Written(clean, body, width, height, direction) : null;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            var content = bytes.AsSpan(at + 4, length - 2);
            switch (marker)
            {
                case 0xE1 when ExifDirection(content) is { } found:
                    direction = found;
                    break;
                case 0xEE when content.StartsWith("Adobe"u8) && content.Length is 12:
                // Tables, frames, scans; neither application data nor comments.
                case 0xC4 or 0xDB or 0xDD or 0xC0 or 0xC1 or 0xC2 or 0xDA:
                    body.Write(bytes, at, length + 2);
                    break;
                case >= 0xE0 and <= 0xEF or 0xFE:
                    break;
                default:
                    return null;
            }

            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
            }

            at += length + 2;
            if (marker is 0xDA)
            {
                hasPixels = width > 0 && height > 0;
                var end = EndOfScan(bytes, at);
                body.Write(bytes, at, end - at);
                at = end;
            }
        }

        return null;
    }

    private static CleanMedia Written(MemoryStream clean, MemoryStream body, int width, int height, int direction)
    {
        clean.Write([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10]);
        clean.Write(Jfif);
        if (direction > 1)
        {
            clean.Write([0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)direction, 0, 0, 0, 0, 0, 0]);
        }

        body.WriteTo(clean);
        clean.Write([0xFF, 0xD9]);
        var (shownWidth, shownHeight) = direction > 4 ? (height, width) : (width, height);
        return new CleanMedia(MediaKind.Jpeg, clean.ToArray(), shownWidth, shownHeight);
    }

    // Inside a scan FF is followed by 00 or by a restart; any other marker ends it.
    private static int EndOfScan(byte[] bytes, int at)
    {
        while (!(bytes[at] is 0xFF && bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7))))
        {
            at++;
        }

        return at;
    }

    /// <summary>1 to 8; null when this is no EXIF or says nothing of it.</summary>
    private static int? ExifDirection(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 14)
        {
            return null;
        }

        var exif = segment[6..];
        var isBig = exif[0] is (byte)'M';
        var directory = (int)Math.Min(Long(exif, 4, isBig), int.MaxValue);
        if (directory > exif.Length - 2)
        {
            return null;
        }

        var count = Short(exif, directory, isBig);
        for (var entry = directory + 2; entry + 12 <= exif.Length && count > 0; entry += 12, count--)
        {
            if (Short(exif, entry, isBig) is 0x0112)
            {
                return Short(exif, entry + 8, isBig) is var value and >= 1 and <= 8 ? value : null;
            }
        }

        return null;
    }

    private static int Short(ReadOnlySpan<byte> exif, int at, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(exif[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(exif[at..]);

    private static uint Long(ReadOnlySpan<byte> exif, int at, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt32BigEndian(exif[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(exif[at..]);
}
