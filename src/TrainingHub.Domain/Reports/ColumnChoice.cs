namespace TrainingHub.Reports;

/// <summary>A column of a unit's workbook: which number, and what the unit calls it.</summary>
/// <param name="Key">What stands in it.</param>
/// <param name="Name">Its heading; empty for the usual one.</param>
public sealed record ColumnChoice(ReportColumn Key, string Name);
