namespace TrainingHub.Quizzes.Regrades;

/// <summary>The texts of this folder.</summary>
public sealed class RegradesText;
