using System.Runtime.InteropServices;

namespace TrainingHub.Documents;

/// <summary>Width and height of a sheet in millimetres.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SheetSize(double Width, double Height)
{
    public static SheetSize A4Portrait { get; } = new(210, 297);

    public static SheetSize A3Portrait { get; } = new(297, 420);

    public static SheetSize A4Landscape { get; } = new(297, 210);
}
