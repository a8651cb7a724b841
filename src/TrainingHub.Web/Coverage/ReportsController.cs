using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>The sheet that a unit prints, signs and seals.</summary>
[Route("coverage/{target}/report")]
public sealed class ReportsController(TargetQuery targets, FigureQuery figures, ChangesQuery changes, TurnOfDay turn, DayClock clock) : Controller
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

        var mayReadNames = await targets.FindUnitAsync(found, unit.Code, Capability.ReadNames, cancel) is not null;
        var shown = await figures.BreakDownAsync(found, unit, cancel);
        var years = new List<FigureRow<TargetSummary>>();
        foreach (var year in await targets.SeriesAsync(found, cancel))
        {
            years.Add(new FigureRow<TargetSummary>(year, year.Id == found.Id ? shown.Total : await figures.SumAsync(year, unit.Id, cancel)));
        }

        return View(new ReportPage
        {
            Target = found,
            Unit = unit,
            Years = years,
            Posts = shown.Posts,
            Units = shown.Units.TrueForAll(row => row.Of.Id == unit.Id) ? [] : [.. shown.Units.In((UnitSort.Name, IsDown: false))],
            Recent = await changes.KindsAsync(found, unit.Id, cancel),
            Changes = mayReadNames ? await changes.LatestAsync(found, unit.Id, ReportPage.MostChanges, cancel) : [],
            MayReadNames = mayReadNames,
            AsOf = clock.InZone(clock.Now),
        });
    }
}
