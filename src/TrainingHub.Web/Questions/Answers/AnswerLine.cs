namespace TrainingHub.Questions.Answers;

/// <summary>One line of an answer or of a key in words.</summary>
/// <param name="Label">A letter, a number, an item; null without one.</param>
/// <param name="Text">What was chosen or written.</param>
public sealed record AnswerLine(string? Label, string Text);
