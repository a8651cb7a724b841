using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TrainingHub.UnitTests.Courseware;

/// <summary>Small files of the kinds that lessons show, with what has to be taken out of them.</summary>
internal static class TestMedia
{
    public const string Secret = "GPS 36.65N 117.12E";

    public static byte[] Png(params (string Name, byte[] Content)[] more)
    {
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write([0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0]);
        }

        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
            .. Chunk("IHDR", [0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0]), .. more.SelectMany(chunk => Chunk(chunk.Name, chunk.Content)),
            .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    public static byte[] PngWithSecrets() =>
        [.. Png(("tEXt", Encoding.ASCII.GetBytes($"Comment\0{Secret}")), ("eXIf", Encoding.ASCII.GetBytes(Secret)), ("iCCP", Encoding.ASCII.GetBytes(Secret))), .. Encoding.ASCII.GetBytes(Secret)];

    /// <summary>The frame of a JPEG of 3 by 2 pixels; its scan holds no sensible pixels, which nobody looks at here.</summary>
    public static byte[] Jpeg(params byte[][] segments) =>
        [0xFF, 0xD8, .. segments.SelectMany(segment => segment),
            .. Segment(0xDB, new byte[65]), .. Segment(0xC0, [8, 0, 2, 0, 3, 1, 1, 0x11, 0]), .. Segment(0xC4, new byte[20]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9];

    public static byte[] JpegWithSecrets(byte direction = 6) =>
        [.. Jpeg(
            Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, direction, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret)]),
            Segment(0xE1, Encoding.ASCII.GetBytes($"http://ns.adobe.com/xap/1.0/\0{Secret}")),
            Segment(0xE2, Encoding.ASCII.GetBytes($"ICC_PROFILE\0{Secret}")),
            Segment(0xFE, Encoding.ASCII.GetBytes(Secret))), .. Encoding.ASCII.GetBytes(Secret)];

    public static byte[] Mp4WithSecrets() =>
        [.. Box("ftyp", "isom\0\0\0\0"u8.ToArray()), .. Box("moov", [.. Box("mvhd", new byte[8]), .. Box("udta", Encoding.ASCII.GetBytes(Secret)), .. Box("trak", Box("meta", Encoding.ASCII.GetBytes(Secret)))]), .. Box("mdat", [1, 2, 3])];

    private static byte[] Box(string name, byte[] content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.ASCII.GetBytes(name).CopyTo(box, 4);
        content.CopyTo(box, 8);
        return box;
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(name).CopyTo(chunk, 4);
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) is 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
