namespace TrainingHub.Documents;

/// <summary>What the samples of a PNG are; the numbers are those of the format.</summary>
internal enum PngColours
{
    Gray = 0,
    Colour = 2,
    Palette = 3,
    GrayAlpha = 4,
    ColourAlpha = 6,
}
