using TrainingHub.Hosting;

namespace TrainingHub.Reports;

/// <summary>Wakes whoever counts reports.</summary>
public sealed class ReportSignal : WorkSignal;
