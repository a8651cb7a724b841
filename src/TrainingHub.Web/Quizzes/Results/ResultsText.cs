namespace TrainingHub.Quizzes.Results;

/// <summary>The texts of this folder.</summary>
public sealed class ResultsText;
