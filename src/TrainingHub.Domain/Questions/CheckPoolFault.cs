namespace TrainingHub.Questions;

/// <summary>Something by which a guesser gets through a lesson's check questions.</summary>
/// <param name="Kind">What.</param>
/// <param name="Found">How many questions show it; of <see cref="CheckPoolFaultKind.TooFew"/> how many there are.</param>
/// <param name="First">The first question that shows it; null when it is of the pool as a whole.</param>
public sealed record CheckPoolFault(CheckPoolFaultKind Kind, int Found, QuestionVersion? First);
