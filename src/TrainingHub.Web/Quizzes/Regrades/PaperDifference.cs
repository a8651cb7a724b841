namespace TrainingHub.Quizzes.Regrades;

/// <summary>An attempt whose stored result is not what its log gives.</summary>
/// <param name="AttemptId">Of the attempt.</param>
/// <param name="Stored">Whole points.</param>
/// <param name="Rebuilt">Whole points.</param>
/// <param name="StoredAnswers">Questions with an answer that counted.</param>
/// <param name="RebuiltAnswers">Questions with an answer that counted.</param>
public sealed record PaperDifference(Guid AttemptId, int Stored, int Rebuilt, int StoredAnswers, int RebuiltAnswers);
