using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>A unit's figure month by month, as a table and a chart of it.</summary>
[Route("coverage/{target}/trend")]
public sealed class TrendsController(TargetQuery targets, TrendQuery trends, TurnOfDay turn, DayClock clock, IStringLocalizer<CoverageText> text) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Show(string target, FigureFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindAsync(target, cancel) is not { } found
            || await targets.FindUnitAsync(found, filter.Organization, Capability.ReadCoverage, cancel) is not { } unit)
        {
            return NotFound();
        }

        return View(new TrendPage
        {
            Target = found,
            Unit = unit,
            Above = await targets.AboveAsync(found, unit, cancel),
            Points = await trends.PointsAsync(found, unit, cancel),
            AsOf = clock.InZone(clock.Now),
        });
    }

    [HttpGet("/coverage/{target}/trend.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Export(string target, FigureFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindAsync(target, cancel) is not { } found
            || await targets.FindUnitAsync(found, filter.Organization, Capability.ReadCoverage, cancel) is not { } unit)
        {
            return NotFound();
        }

        var points = await trends.PointsAsync(found, unit, cancel);
        this.StartCsv(text["Trend_File", found.Year, unit.Name, found.CutOff.ToString("yyyyMMdd", CultureInfo.InvariantCulture)]);
        string[] header = [text["Trend_Day"], text["Counted"], text["Covered"], text["Missing"], text["Excluded"], text["Percentage"], text["GoalPercent"]];
        await CsvTableWriter.WriteAsync(Response.Body, header, points.Select(point => Line(point, found)), cancel);
        return new EmptyResult();
    }

    private static IReadOnlyList<Cell> Line(TrendPoint point, TargetSummary target) =>
    [
        Cell.Of(point.Day), Cell.Of(point.Counted), Cell.Of(point.Covered), Cell.Of(point.Missing), Cell.Of(point.Excluded),
        Cell.Of(point.Percentage?.Value), Cell.Of(target.Rule.Percent),
    ];
}
