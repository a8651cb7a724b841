namespace TrainingHub.Quizzes.Arranged;

/// <summary>Names the resource files of this folder.</summary>
public sealed class ArrangedText;
