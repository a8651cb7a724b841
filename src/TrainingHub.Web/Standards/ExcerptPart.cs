namespace TrainingHub.Standards;

/// <summary>A piece of text beside a search result.</summary>
/// <param name="Text">The piece.</param>
/// <param name="IsFound">Whether it is what was looked for.</param>
public sealed record ExcerptPart(string Text, bool IsFound);
