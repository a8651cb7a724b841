using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

/// <summary>Writes a PNG of any kind out of its samples; each row with another filter.</summary>
internal sealed record TestPng(PngHeader Header, Func<int, int, int[]> Samples)
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public byte[] Palette { get; init; } = [];

    public byte[] Transparency { get; init; } = [];

    /// <summary>The whole file.</summary>
    public byte[] Write()
    {
        var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Header.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Header.Height);
        (head[8], head[9], head[12]) = ((byte)Header.Depth, (byte)Header.Colours, (byte)(Header.IsInterlaced ? 1 : 0));
        Chunk(file, "IHDR", head);
        if (Palette.Length > 0)
        {
            Chunk(file, "PLTE", Palette);
        }

        if (Transparency.Length > 0)
        {
            Chunk(file, "tRNS", Transparency);
        }

        // In two chunks, as cameras and drawing programs do.
        var data = Data();
        Chunk(file, "IDAT", data.AsSpan(0, data.Length / 2));
        Chunk(file, "IDAT", data.AsSpan(data.Length / 2));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private byte[] Data()
    {
        var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var (firstX, firstY, stepX, stepY) in Header.IsInterlaced ? Adam7 : [(0, 0, 1, 1)])
            {
                byte[]? above = null;
                for (var y = firstY; y < Header.Height && firstX < Header.Width; y += stepY)
                {
                    var row = Packed([.. Enumerable.Range(0, Header.Width).Where(x => x >= firstX && (x - firstX) % stepX is 0).SelectMany(x => Samples(x, y))]);
                    zlib.Write(Filtered(row, above ?? new byte[row.Length], filter: y % 5));
                    above = row;
                }
            }
        }

        return compressed.ToArray();
    }

    private byte[] Packed(int[] samples)
    {
        var row = new byte[((samples.Length * Header.Depth) + 7) / 8];
        for (var index = 0; index < samples.Length; index++)
        {
            for (var bit = 0; bit < Header.Depth; bit++)
            {
                var place = (index * Header.Depth) + bit;
                row[place / 8] |= (byte)(((samples[index] >> (Header.Depth - 1 - bit)) & 1) << (7 - (place % 8)));
            }
        }

        return row;
    }

    private byte[] Filtered(byte[] row, byte[] above, int filter)
    {
        var step = Math.Max(1, Header.BitsPerPixel / 8);
        return [(byte)filter, .. row.Select((value, at) =>
        {
            int left = at < step ? 0 : row[at - step], up = above[at], corner = at < step ? 0 : above[at - step];
            // Paeth: of the three neighbours the one nearest to what they lead one to expect.
            var nearest = new[] { left, up, corner }.MinBy(neighbour => Math.Abs(left + up - corner - neighbour));
            return (byte)(value - new[] { 0, left, up, (left + up) / 2, nearest }[filter]);
        })];
    }

    private static void Chunk(MemoryStream file, string name, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(name), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, TrainingHub.Courseware.Files.Crc32.Of(chunk));
        file.Write(number);
    }
}
