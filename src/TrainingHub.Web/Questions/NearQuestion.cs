namespace TrainingHub.Questions;

/// <summary>A bank's question whose stem is near to another.</summary>
/// <param name="Id">Of the bank's question.</param>
/// <param name="OwnerId">In whose bank it is.</param>
/// <param name="QuestionId">Under which it is known.</param>
/// <param name="Version">Its newest version.</param>
/// <param name="IsSame">Whether it asks the same: <see cref="BankTwinRule"/>.</param>
public sealed record NearQuestion(Guid Id, Guid OwnerId, string QuestionId, QuestionVersion Version, bool IsSame);
