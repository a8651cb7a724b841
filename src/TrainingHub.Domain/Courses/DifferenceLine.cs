using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>A line of two texts that are compared.</summary>
/// <param name="Kind">Kept in both, deleted from the old, inserted in the new.</param>
/// <param name="Text">Without its line end.</param>
/// <param name="Before">Its number in the old text, from 1; null when inserted.</param>
/// <param name="After">Its number in the new text, from 1; null when deleted.</param>
public sealed record DifferenceLine(DifferenceKind Kind, string Text, int? Before, int? After);
