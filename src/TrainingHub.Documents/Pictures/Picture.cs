using System.Buffers.Binary;
using System.Text;

namespace TrainingHub.Documents;

/// <summary>A photograph or drawing to be printed: a JPEG or a PNG. Most stand in a document as the file has them; what is see-through or interlaced is taken apart.</summary>
public sealed class Picture
{
    // They are taken apart in memory, three bytes each.
    private const int MostBlendedPixels = 16_000_000;

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private Picture(int width, int height, int turn, string dictionary, ReadOnlyMemory<byte> data) =>
        (PixelWidth, PixelHeight, Turn, Dictionary, Data) = (width, height, turn, dictionary, data);

    /// <summary>Pixels from left to right, as a reader sees it.</summary>
    public int Width => Turn is 90 or 270 ? PixelHeight : PixelWidth;

    /// <summary>Pixels from top to bottom, as a reader sees it.</summary>
    public int Height => Turn is 90 or 270 ? PixelWidth : PixelHeight;

    /// <summary>Bytes that it takes in a document.</summary>
    public int Length => Data.Length;

    /// <summary>Degrees by which it is turned to the right before it is shown: 0, 90, 180 or 270.</summary>
    internal int Turn { get; }

    internal int PixelWidth { get; }

    internal int PixelHeight { get; }

    /// <summary>What a PDF says of the data, without width, height and length.</summary>
    internal string Dictionary { get; }

    /// <summary>Compressed, for most as the file has it.</summary>
    internal ReadOnlyMemory<byte> Data { get; }

    /// <summary>The picture in a file; null when it is none that can be printed, or broken.</summary>
    public static Picture? Read(byte[] file)
    {
        try
        {
            return file.AsSpan().StartsWith(PngSignature) ? ReadPng(file) : file is [0xFF, 0xD8, ..] ? ReadJpeg(file) : null;
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or EndOfStreamException or InvalidDataException)
        {
            // Cut off in the middle, or not what it says.
            return null;
        }
    }

    private static Picture? ReadPng(byte[] file)
    {
        if (PngHeader.Read(file) is not { } header)
        {
            return null;
        }

        byte[] palette = [], transparency = [];
        var data = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length;)
        {
            var (length, chunk) = (Int(file, at), Encoding.ASCII.GetString(file, at + 4, 4));
            var content = file.AsSpan(at + 8, length);
            if (chunk is "PLTE")
            {
                palette = content.ToArray();
            }
            else if (chunk is "tRNS")
            {
                transparency = content.ToArray();
            }
            else if (chunk is "IDAT")
            {
                data.Write(content);
            }

            at += length + 12;
        }

        return data.Length is 0 || (header.Colours is PngColours.Palette && palette.Length < 3) ? null
            : header.IsInterlaced || transparency.Length > 0 || header.Colours is PngColours.GrayAlpha or PngColours.ColourAlpha ? Blended(header, palette, transparency, data)
            : AsItIs(header, palette, data);
    }

    /// <summary>The rows of these kinds stand in a PDF as they stand in the file.</summary>
    private static Picture AsItIs(PngHeader header, byte[] palette, MemoryStream data)
    {
        var space = header.Colours switch
        {
            PngColours.Gray => "/DeviceGray",
            PngColours.Palette => $"[/Indexed/DeviceRGB {palette.Length / 3 - 1}<{Convert.ToHexString(palette)}>]",
            _ => "/DeviceRGB",
        };
        return new Picture(
            header.Width, header.Height, turn: 0,
            $"/ColorSpace{space}/BitsPerComponent {header.Depth}/Filter/FlateDecode"
            + $"/DecodeParms<</Predictor 15/Colors {header.Samples}/BitsPerComponent {header.Depth}/Columns {header.Width}>>",
            data.ToArray());
    }

    /// <summary>Paper is white: what is see-through is blended with it, once and for every reader of PDF alike.</summary>
    private static Picture? Blended(PngHeader header, byte[] palette, byte[] transparency, MemoryStream data)
    {
        if ((long)header.Width * header.Height > MostBlendedPixels)
        {
            return null;
        }

        data.Position = 0;
        var pixels = PngPixels.Decode(header, palette, transparency, data);
        return new Picture(
            header.Width, header.Height, turn: 0,
            $"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 3/BitsPerComponent 8/Columns {header.Width}>>",
            PngFile.Compress(header.Width, header.Height, pixels));
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
