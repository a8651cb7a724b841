namespace TrainingHub.Quizzes;

/// <summary>Names the resource files of this folder.</summary>
public sealed class QuizzesText;
