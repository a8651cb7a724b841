namespace TrainingHub.Questions.Answers;

/// <summary>Names the resource files of this folder.</summary>
public sealed class AnswersText;
