namespace TrainingHub.Bench;

/// <summary>The application answered something else than it should have: counted as an error, never as work done.</summary>
public sealed class UnexpectedAnswerException(string message) : Exception(message);
