namespace TrainingHub.Questions;

/// <summary>Names the resource files of this folder.</summary>
public sealed class QuestionsText;
