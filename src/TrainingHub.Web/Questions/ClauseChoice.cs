namespace TrainingHub.Questions;

/// <summary>A clause that a question rests on or could rest on.</summary>
/// <param name="Value"><c>slug@edition#number</c>.</param>
/// <param name="Name">Document, edition and number.</param>
/// <param name="Text">What it says; null when it is not entered or may not be read.</param>
/// <param name="IsChosen">Whether the form has it already.</param>
public sealed record ClauseChoice(string Value, string Name, string? Text, bool IsChosen);
