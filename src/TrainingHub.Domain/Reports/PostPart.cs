using TrainingHub.People;

namespace TrainingHub.Reports;

/// <summary>A post's row in a report.</summary>
public sealed record PostPart(CorePosition Post, ReportFigure Figure);
