namespace TrainingHub.Storage;

/// <summary>Thrown inside an action that finds its locks no longer suffice; <see cref="Transactions"/> runs the action again from the start.</summary>
public sealed class RepeatTransactionException(string message) : Exception(message);
