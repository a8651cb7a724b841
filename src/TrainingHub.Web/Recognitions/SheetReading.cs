namespace TrainingHub.Recognitions;

/// <summary>What came of a sheet.</summary>
/// <param name="Entered">How many are new and wait for the unit above.</param>
/// <param name="Known">How many were known already.</param>
/// <param name="Refused">Rows that were not taken, each with its fault.</param>
public sealed record SheetReading(int Entered, int Known, IReadOnlyList<OutsideRow> Refused);
