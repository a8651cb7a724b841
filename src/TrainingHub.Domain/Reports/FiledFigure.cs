using TrainingHub.Coverage;

namespace TrainingHub.Reports;

/// <summary>A figure that was filed on paper before the system was in use, as a report keeps it.</summary>
/// <param name="Id">The figure.</param>
/// <param name="TargetName">The target's name when the report was counted.</param>
/// <param name="TargetNameEn">The same in English.</param>
/// <param name="Year">The year that the target is known by.</param>
/// <param name="Day">Of the figure.</param>
/// <param name="Counted">应训, people.</param>
/// <param name="Covered">已训, people.</param>
/// <param name="DocumentNumber">In which it was filed.</param>
public sealed record FiledFigure(Guid Id, string TargetName, string TargetNameEn, int Year, DateOnly Day, int Counted, int Covered, string DocumentNumber)
{
    /// <summary>Rounded down to one decimal; null when nobody was counted.</summary>
    public Percentage? Percentage => Coverage.Percentage.Of(Covered, Counted);
}
