namespace TrainingHub.Questions;

/// <summary>Something in a bank as a whole that gives answers away.</summary>
/// <param name="Kind">What.</param>
/// <param name="Found">How many questions show it.</param>
/// <param name="Of">Of how many of that kind.</param>
/// <param name="Limit">Percent, of whose wrong side the share is.</param>
/// <param name="Letters">The letters in question, as the author wrote them: <c>A</c>, <c>BCD</c>; empty when it is not of letters.</param>
/// <param name="First">The first question that shows it, else the first of that kind: where to begin.</param>
public sealed record BankFault(BankFaultKind Kind, int Found, int Of, int Limit, string Letters, QuestionVersion First);
