namespace TrainingHub.Reports;

/// <summary>What stands beside a computed figure.</summary>
public sealed record ReportedFiguresSection(string Target, string Code, IReadOnlyList<ReportedFigureRow> Rows, bool MayEnter, bool IsPrint);
