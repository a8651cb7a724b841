using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>Writes pixels as a PNG: 8 bits, red-green-blue, no time stamp.</summary>
internal static class PngFile
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <param name="pixels">Three bytes each, row by row.</param>
    public static byte[] Write(int width, int height, ReadOnlySpan<byte> pixels, double pixelsPerMillimetre)
    {
        var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR", Header(width, height));
        WriteChunk(file, "pHYs", Density(pixelsPerMillimetre));
        WriteChunk(file, "IDAT", Compress(width, height, pixels));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Header(int width, int height)
    {
        const byte redGreenBlue = 2;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = redGreenBlue;
        return header;
    }

    private static byte[] Density(double pixelsPerMillimetre)
    {
        const byte perMetre = 1;
        var density = new byte[9];
        BinaryPrimitives.WriteInt32BigEndian(density, (int)Math.Round(pixelsPerMillimetre * 1000));
        BinaryPrimitives.WriteInt32BigEndian(density.AsSpan(4), (int)Math.Round(pixelsPerMillimetre * 1000));
        density[8] = perMetre;
        return density;
    }

    /// <summary>Rows of pixels as they stand in a PNG or, with its predictors, in a PDF.</summary>
    public static byte[] Compress(int width, int height, ReadOnlySpan<byte> pixels)
    {
        var compressed = new MemoryStream(256 * 1024);
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);   // rows as they are: on flat colours the filters gain nothing
                zlib.Write(pixels.Slice(y * width * 3, width * 3));
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        file.Write(chunk);
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in data)
        {
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320u ^ (crc >> 1);
            }

            table[i] = crc;
        }

        return table;
    }
}
