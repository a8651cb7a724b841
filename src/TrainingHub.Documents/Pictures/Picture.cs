using System.Buffers.Binary;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>A photograph or drawing to be printed: a JPEG, or a PNG without interlacing and transparency.</summary>
public sealed class Picture
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private Picture(int width, int height, int turn, string dictionary, ReadOnlyMemory<byte> data) =>
        (PixelWidth, PixelHeight, Turn, Dictionary, Data) = (width, height, turn, dictionary, data);

    /// <summary>Pixels from left to right, as a reader sees it.</summary>
    public int Width => Turn is 90 or 270 ? PixelHeight : PixelWidth;

    /// <summary>Pixels from top to bottom, as a reader sees it.</summary>
    public int Height => Turn is 90 or 270 ? PixelWidth : PixelHeight;

    /// <summary>Degrees by which it is turned to the right before it is shown: 0, 90, 180 or 270.</summary>
    internal int Turn { get; }

    internal int PixelWidth { get; }

    internal int PixelHeight { get; }

    /// <summary>What a PDF says of the data, without width, height and length.</summary>
    internal string Dictionary { get; }

    /// <summary>Compressed as the file has it.</summary>
    internal ReadOnlyMemory<byte> Data { get; }

    /// <summary>The picture in a file; null when it is none that can be printed as it is.</summary>
    public static Picture? Read(byte[] file)
    {
        try
        {
            return file.AsSpan().StartsWith(PngSignature) ? ReadPng(file) : file is [0xFF, 0xD8, ..] ? ReadJpeg(file) : null;
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // Cut off in the middle.
            return null;
        }
    }

    private static Picture? ReadPng(byte[] file)
    {
        var (width, height, depth, colours, isInterlaced) = (Int(file, 16), Int(file, 20), file[24], file[25], file[28] != 0);
        var (palette, data) = ("", new MemoryStream());
        for (var at = 8; at + 12 <= file.Length;)
        {
            var (length, chunk) = (Int(file, at), Encoding.ASCII.GetString(file, at + 4, 4));
            var content = file.AsSpan(at + 8, length);
            if (chunk is "tRNS")
            {
                return null;
            }

            if (chunk is "PLTE")
            {
                palette = $"[/Indexed/DeviceRGB {length / 3 - 1}<{Convert.ToHexString(content)}>]";
            }
            else if (chunk is "IDAT")
            {
                data.Write(content);
            }

            at += length + 12;
        }

        // The rows of these kinds stand in a PDF as they stand in the file; with transparency they would have to be taken apart.
        var (space, parts) = colours switch
        {
            0 => ("/DeviceGray", 1),
            2 => ("/DeviceRGB", 3),
            3 when palette.Length > 0 => (palette, 1),
            _ => ("", 0),
        };
        return parts is 0 || isInterlaced || width <= 0 || height <= 0 || data.Length is 0
            ? null
            : new Picture(
                width, height, turn: 0,
                $"/ColorSpace{space}/BitsPerComponent {depth}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {parts}/BitsPerComponent {depth}/Columns {width}>>",
                data.ToArray());
    }

    private static Picture? ReadJpeg(byte[] file)
    {
        var turn = 0;
        for (var at = 2; at + 4 <= file.Length;)
        {
            var marker = file[at + 1];
            if (file[at] is not 0xFF || marker is 0xDA or 0xD9)
            {
                return null;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            var content = file.AsSpan(at + 4, length - 2);
            if (marker is 0xE1)
            {
                turn = TurnOf(content);
            }
            else if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var space = content[5] switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", _ => null };
                return space is null
                    ? null
                    : new Picture(
                        BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[1..]), turn,
                        $"/ColorSpace{space}/BitsPerComponent 8/Filter/DCTDecode", file);
            }

            at += length + 2;
        }

        return null;
    }

    /// <summary>How the camera was held, from the first directory of EXIF; 0 where nothing is said.</summary>
    private static int TurnOf(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 20 || !exif.StartsWith("Exif\0\0"u8))
        {
            return 0;
        }

        var tiff = exif[6..];
        var isBig = tiff[0] is (byte)'M';
        var at = (int)(isBig ? BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]));
        var entries = Short(tiff[at..], isBig);
        for (var entry = 0; entry < entries; entry++)
        {
            var field = tiff[(at + 2 + (12 * entry))..];
            if (Short(field, isBig) is 0x0112)
            {
                return Short(field[8..], isBig) switch { 3 => 180, 6 => 90, 8 => 270, _ => 0 };
            }
        }

        return 0;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isBig) => isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
