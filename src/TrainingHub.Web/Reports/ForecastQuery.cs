using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Storage;

namespace TrainingHub.Reports;

/// <summary>The pace of a unit's figure: when those who are covered completed their training.</summary>
public sealed class ForecastQuery(Db db, FigureQuery figures)
{
    public async Task<ForecastPage> RunAsync(TargetSummary target, UnitChoice unit, CancellationToken cancel)
    {
        var (today, id, units) = (target.Today, target.Id, figures.UnitsBelow(target, unit.Id));
        var (first, middle, last) = (today.AddDays(1 - Forecast.Days), today.AddDays(1 - 2 * Forecast.Third), today.AddDays(1 - Forecast.Third));
        var recent =
            from standing in db.CoverageStandings
            where standing.TargetId == id && standing.Kind == StandingKind.Covered && units.Contains(standing.OrganizationId)
            join record in db.TrainingRecords on standing.RecordId equals (Guid?)record.Id
            where record.CompletionDay >= first
            select record.CompletionDay;
        var days = await recent.GroupBy(day => day).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var thirds = (
            Last: days.Where(day => day.Key >= last).Sum(day => day.Count),
            Middle: days.Where(day => day.Key >= middle && day.Key < last).Sum(day => day.Count),
            First: days.Where(day => day.Key < middle).Sum(day => day.Count));
        var figure = await figures.SumAsync(target, unit.Id, cancel);
        return new ForecastPage(target, unit, figure, thirds, Forecast.Of(figure.Counted, figure.Covered, target.Rule.Percent, thirds, today, target.Rule.CutOffDay));
    }
}
