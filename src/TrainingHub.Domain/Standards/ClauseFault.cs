namespace TrainingHub.Standards;

/// <summary>Something wrong in a text of clauses.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="What">The number or the words it is about.</param>
public sealed record ClauseFault(int Line, ClauseFaultKind Kind, string What);
