namespace TrainingHub.Reports;

/// <summary>Columns by which reported figures may be ordered.</summary>
public enum ReportedFigureSort
{
    Day,
    Target,
    Unit,
    Counted,
    Covered,
    Entered,
}
