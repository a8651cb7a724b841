using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

[Route("coverage")]
public sealed class CoverageController(
    TargetQuery targets, FigureQuery figures, ChangesQuery changes, TurnOfDay turn, CurrentPerson current, DayClock clock, IStringLocalizer<CoverageText> text) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        var series = new List<SeriesFigures>();
        foreach (var years in (await targets.AllAsync(cancel)).GroupBy(target => (target.Series, target.Terms.SetterId)))
        {
            foreach (var unit in await targets.TopUnitsAsync(years.Last(), cancel))
            {
                series.Add(new SeriesFigures(unit, await YearsAsync(years, unit, cancel)));
            }
        }

        return View(new CoverageListPage(series));
    }

    [HttpGet("{target}"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Show(string target, FigureFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindAsync(target, cancel) is not { } found
            || await targets.FindUnitAsync(found, filter.Organization, Capability.ReadCoverage, cancel) is not { } unit)
        {
            return NotFound();
        }

        var units = await figures.UnitsBelowAsync(found, unit, cancel);
        var pages = Math.Max(1, (units.Count + CoveragePage.PageSize - 1) / CoveragePage.PageSize);
        var number = Math.Clamp(filter.Page, 1, pages);
        return View(new CoveragePage
        {
            Target = found,
            Unit = unit,
            Above = await targets.AboveAsync(found, unit, cancel),
            Years = await YearsAsync(await targets.SeriesAsync(found, cancel), unit, cancel),
            Posts = [.. (await figures.PostsAsync(found, unit.Id, cancel)).In(filter.Posts, filter.PostsReverse)],
            Units = [.. units.In(filter.Sort, filter.Reverse).Skip((number - 1) * CoveragePage.PageSize).Take(CoveragePage.PageSize)],
            UnitRows = units.Count,
            UnitsCounted = await figures.UnitsAsync(found, unit.Id, cancel),
            Recent = await changes.KindsAsync(found, unit.Id, cancel),
            Filter = filter with { Page = number },
            AsOf = clock.InZone(clock.Now),
            MayReadNames = await targets.FindUnitAsync(found, unit.Code, Capability.ReadNames, cancel) is not null,
            MaySeeExclusions = await current.MayAsync(Capability.DeclarePositions) || await current.MayAsync(Capability.ConfirmDeclarations),
        });
    }

    [HttpGet("{target}/units.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Units(string target, FigureFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindAsync(target, cancel) is not { } found
            || await targets.FindUnitAsync(found, filter.Organization, Capability.ReadCoverage, cancel) is not { } unit)
        {
            return NotFound();
        }

        var rows = (await figures.UnitsBelowAsync(found, unit, cancel)).In(filter.Sort, filter.Reverse);
        var total = new FigureRow<UnitChoice>(unit with { Name = text["Units_Total"] }, await figures.SumAsync(found, unit.Id, cancel));
        Response.StartCsv(text["Units_File", found.Year, unit.Name, found.CutOff.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)]);
        await CsvTableWriter.WriteAsync(Response.Body, [.. UnitColumns.Select(column => (string)text[column])], [Line(total), .. rows.Select(Line)], cancel);
        return new EmptyResult();
    }

    private static readonly string[] UnitColumns =
        ["Unit", "Counted", "Covered", "Missing", "Percentage", "Excluded", "Elsewhere", "UndeclaredUnits", "VacantPosts", "NotKeptPosts"];

    private static IReadOnlyList<Cell> Line(FigureRow<UnitChoice> row) =>
    [
        Cell.Of(row.Of.Name), Cell.Of(row.Figure.Counted), Cell.Of(row.Figure.Covered), Cell.Of(row.Figure.Missing), Cell.Of(row.Figure.Percentage?.Value),
        Cell.Of(row.Figure.Excluded), Cell.Of(row.Figure.Elsewhere), Cell.Of(row.Figure.UndeclaredUnits), Cell.Of(row.Figure.VacantPosts), Cell.Of(row.Figure.NotKeptPosts),
    ];

    private async Task<List<FigureRow<TargetSummary>>> YearsAsync(IEnumerable<TargetSummary> years, UnitChoice unit, CancellationToken cancel)
    {
        var rows = new List<FigureRow<TargetSummary>>();
        foreach (var year in years)
        {
            rows.Add(new FigureRow<TargetSummary>(year, await figures.SumAsync(year, unit.Id, cancel)));
        }

        return rows;
    }
}
