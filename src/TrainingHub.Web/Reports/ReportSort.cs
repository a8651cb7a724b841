namespace TrainingHub.Reports;

/// <summary>Columns by which reports may be ordered.</summary>
public enum ReportSort
{
    Due,
    Unit,
    Kind,
    Made,
}
