namespace TrainingHub.People.Imports;

/// <summary>A name of a unit in the file that is nobody's, and whose it may be.</summary>
/// <param name="Written">The name as the file writes it.</param>
/// <param name="Rows">Rows that wait for the answer.</param>
/// <param name="Proposals">The nearest first.</param>
public sealed record UnitQuestion(string Written, int Rows, IReadOnlyList<KnownUnit> Proposals);
