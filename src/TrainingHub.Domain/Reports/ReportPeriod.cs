namespace TrainingHub.Reports;

/// <summary>The days that a report covers, both included. The last one is its data cut-off day.</summary>
public sealed record ReportPeriod(DateOnly From, DateOnly Until);
