namespace TrainingHub.Questions;

/// <summary>A point of a picture.</summary>
/// <param name="X">Thousandths of the width from the left, 0 to 1000.</param>
/// <param name="Y">Thousandths of the height from the top, 0 to 1000.</param>
public sealed record Spot(int X, int Y);
