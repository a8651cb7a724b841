namespace TrainingHub.Reports;

/// <summary>What a column of the table of figures by unit can hold. Stored by name.</summary>
public enum ReportColumn
{
    Target,
    Year,
    Unit,
    Counted,
    Covered,
    Missing,
    Percentage,
    Goal,
    Standing,
    Excluded,
    Elsewhere,
    UndeclaredUnits,
    VacantPosts,
    NotKeptPosts,
    Day,
    Address,
}
