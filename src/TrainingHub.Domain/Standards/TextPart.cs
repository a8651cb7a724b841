namespace TrainingHub.Standards;

/// <summary>A piece of a text that was changed.</summary>
public sealed record TextPart(DifferenceKind Kind, string Text);
