using System.Runtime.InteropServices;

namespace TrainingHub.Documents;

/// <summary>An opaque colour, and the named ones of the printed look.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static Colour Ink { get; } = new(0x14, 0x26, 0x2B);

    public static Colour SecondInk { get; } = new(0x46, 0x57, 0x5D);

    public static Colour ThirdInk { get; } = new(0x5B, 0x6B, 0x71);

    public static Colour Accent { get; } = new(0x0B, 0x5C, 0x6B);

    public static Colour DeepAccent { get; } = new(0x08, 0x46, 0x52);

    public static Colour AccentLine { get; } = new(0xA6, 0xC8, 0xCF);

    public static Colour Line { get; } = new(0xC3, 0xCE, 0xD1);

    public static Colour Warning { get; } = new(0x8A, 0x52, 0x00);

    public static Colour Danger { get; } = new(0xA8, 0x26, 0x1C);

    public static Colour White { get; } = new(0xFF, 0xFF, 0xFF);
}
