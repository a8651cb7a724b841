using TrainingHub.Coverage;

namespace TrainingHub.Reports;

/// <summary>Where a unit's figure will stand.</summary>
/// <param name="Target">The target.</param>
/// <param name="Unit">Whose figure.</param>
/// <param name="Figure">Today's.</param>
/// <param name="Thirds">People covered whose training was completed in the last 30 days, in the 30 before and in the 30 before those.</param>
/// <param name="Forecast">Null where nothing can be said.</param>
public sealed record ForecastPage(TargetSummary Target, UnitChoice Unit, CoverageFigure Figure, (int Last, int Middle, int First) Thirds, Forecast? Forecast)
{
    /// <summary>The first day of the present third, and so of each before it.</summary>
    public DateOnly ThirdFrom(int third) => Target.Today.AddDays(1 - Reports.Forecast.Third * (third + 1));
}
