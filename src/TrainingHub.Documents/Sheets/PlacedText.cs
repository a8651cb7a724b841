namespace TrainingHub.Documents;

/// <summary>What came of setting a text.</summary>
/// <param name="Size">In points.</param>
/// <param name="LastBaseline">In millimetres from the top of the sheet.</param>
/// <param name="Width">Of the widest line, in millimetres.</param>
public sealed record PlacedText(double Size, int Lines, double LastBaseline, double Width);
