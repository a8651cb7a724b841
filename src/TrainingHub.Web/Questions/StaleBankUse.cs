using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>Questions of banks whose clause no longer holds, or will not from a day that is known.</summary>
/// <param name="Use">The clause, and how many rest on it.</param>
/// <param name="Edition">The edition; null when it is not entered here.</param>
/// <param name="Standing">What became or becomes of the clause.</param>
/// <param name="From">The first day on which it is so, where that lies ahead; null when it is so today.</param>
public sealed record StaleBankUse(BankUse Use, StandardEdition? Edition, ClauseStanding Standing, DateOnly? From);
