namespace TrainingHub.Reports;

/// <summary>A unit's row in a report.</summary>
/// <param name="Code">For addresses.</param>
/// <param name="Name">On the day the report was made.</param>
/// <param name="IsItself">Whether it is the reporting unit with the posts of its own.</param>
public sealed record UnitPart(string Code, string Name, bool IsItself, ReportFigure Figure);
