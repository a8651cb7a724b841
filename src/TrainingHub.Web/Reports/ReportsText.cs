namespace TrainingHub.Reports;

/// <summary>Names the resource files of this folder.</summary>
public sealed class ReportsText;
