using System.Buffers.Binary;

namespace TrainingHub.Documents;

/// <summary>The first chunk of a PNG.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Depth">Bits of a sample.</param>
/// <param name="Colours">What the samples are.</param>
/// <param name="IsInterlaced">Whether the pixels come in the passes of Adam7.</param>
internal sealed record PngHeader(int Width, int Height, int Depth, PngColours Colours, bool IsInterlaced)
{
    /// <summary>Samples of a pixel.</summary>
    public int Samples => Colours switch
    {
        PngColours.Gray or PngColours.Palette => 1,
        PngColours.GrayAlpha => 2,
        PngColours.Colour => 3,
        _ => 4,
    };

    public int BitsPerPixel => Samples * Depth;

    /// <summary>Null when it says what the format does not allow.</summary>
    /// <param name="file">From its first byte.</param>
    public static PngHeader? Read(ReadOnlySpan<byte> file)
    {
        var header = new PngHeader(
            BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]), file[24], (PngColours)file[25], file[28] is not 0);
        var isAllowed = (header.Colours, header.Depth) switch
        {
            (PngColours.Gray, 1 or 2 or 4 or 8 or 16) => true,
            (PngColours.Palette, 1 or 2 or 4 or 8) => true,
            (PngColours.Colour or PngColours.GrayAlpha or PngColours.ColourAlpha, 8 or 16) => true,
            _ => false,
        };
        return isAllowed && header is { Width: > 0, Height: > 0 } && file[28] <= 1 ? header : null;
    }
}
