namespace TrainingHub.Documents;

/// <summary>One thing on a sheet. Lengths in millimetres from the top left corner.</summary>
public abstract record Drawing
{
    private Drawing()
    {
    }

    /// <summary>A paragraph, its lines already broken and placed.</summary>
    /// <param name="Size">In points.</param>
    public sealed record Text(TextRole Role, double Size, Colour Colour, IReadOnlyList<TextLine> Lines) : Drawing;

    public sealed record Line(double FromX, double FromY, double ToX, double ToY, double Thickness, Colour Colour) : Drawing;

    public sealed record FilledRectangle(double X, double Y, double Width, double Height, Colour Colour) : Drawing;

    /// <summary>The frame's middle runs along the given edges.</summary>
    public sealed record Frame(double X, double Y, double Width, double Height, double Thickness, Colour Colour) : Drawing;

    /// <summary>A photograph or drawing, stretched into the rectangle. Printed to PDF only.</summary>
    /// <param name="Meaning">Said to people who have the document read aloud.</param>
    public sealed record Photograph(double X, double Y, double Width, double Height, Picture Picture, string Meaning) : Drawing;

    /// <param name="Side">Without the quiet zone.</param>
    /// <param name="Meaning">Said to people who have the document read aloud.</param>
    public sealed record QrCode(double X, double Y, double Side, QrMatrix Matrix, Colour Colour, string Meaning) : Drawing;
}
