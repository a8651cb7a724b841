using TrainingHub.Coverage;

namespace TrainingHub.Reports;

/// <summary>A figure as a report keeps it; words as in <see cref="CoverageFigure"/>.</summary>
public sealed record ReportFigure(int Counted, int Covered, int Excluded, int Elsewhere, int UndeclaredUnits, int UndeclaredPosts, int VacantPosts, int NotKeptPosts)
{
    public int Missing => Counted - Covered;

    /// <summary>With one decimal, rounded down, and without sign; null when nobody is counted.</summary>
    public string? Percentage => Coverage.Percentage.Of(Covered, Counted)?.ToString();

    public static ReportFigure Of(CoverageFigure figure) => new(
        figure.Counted, figure.Covered, figure.Excluded, figure.Elsewhere, figure.UndeclaredUnits, figure.UndeclaredPosts, figure.VacantPosts, figure.NotKeptPosts);
}
