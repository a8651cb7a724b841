namespace TrainingHub.Storage;

/// <summary>A statement about rows with its values, for a writer that bypasses the change tracker.</summary>
/// <param name="Text">Parameters are <c>$1</c>, <c>$2</c> …, which both databases read.</param>
/// <param name="Values">As the database stores them; null is NULL.</param>
public sealed record RowCommand(string Text, IReadOnlyList<object?> Values);
