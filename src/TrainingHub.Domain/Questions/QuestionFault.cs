namespace TrainingHub.Questions;

/// <summary>Something wrong with a question.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">Of which option, blank, target or line, from 0; null when it is of the question as a whole.</param>
public sealed record QuestionFault(QuestionFaultKind Kind, int? At = null);
