namespace TrainingHub.Documents;

/// <summary>A piece of text in an official document.</summary>
/// <param name="Text">What stands there.</param>
/// <param name="Note">Its footnote; null for none.</param>
public sealed record OfficialRun(string Text, OfficialNote? Note = null);
