using System.Buffers.Binary;
using System.Text;
using TrainingHub.Courseware.Files;

namespace TrainingHub.Courseware.Media;

/// <summary>Keeps the chunks of a PNG that are needed to show it.</summary>
internal static class PngFile
{
    private static readonly string[] Kept = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "sRGB", "cHRM", "sBIT", "bKGD", "pHYs"];

    public static CleanMedia? Clean(byte[] bytes)
    {
        using var clean = new MemoryStream();
        clean.Write(bytes, 0, 8);
        var (width, height, hasPixels) = (0, 0, false);
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)));
            var name = Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + length)) != Crc32.Of(bytes.AsSpan(at + 4, length + 4)) || (at is 8) != (name is "IHDR"))
            {
                return null;
            }

            if (Kept.Contains(name, StringComparer.Ordinal))
            {
                clean.Write(bytes, at, length + 12);
            }

            if (name is "IHDR")
            {
                width = checked((int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8)));
                height = checked((int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 12)));
            }

            hasPixels |= name is "IDAT";
            if (name is "IEND")
            {
                return hasPixels && width > 0 && height > 0 ? new CleanMedia(MediaKind.Png, clean.ToArray(), width, height) : null;
            }

            at += length + 12;
        }

        return null;
    }
}
