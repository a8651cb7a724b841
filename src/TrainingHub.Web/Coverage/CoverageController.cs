using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

[Route("coverage")]
public sealed class CoverageController(
    TargetQuery targets, FigureQuery figures, ChangesQuery changes, TurnOfDay turn, StandingWords words, CurrentPerson current, DayClock clock,
    IStringLocalizer<CoverageText> text) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(PromisesFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        var found = await SeriesAsync(filter, cancel);
        var pages = Pages.Of(filter.Page, found.Count, CoverageListPage.PageSize);
        var series = new List<SeriesFigures>();
        foreach (var (unit, years) in found.Skip((pages.Page - 1) * pages.Length).Take(pages.Length))
        {
            series.Add(new SeriesFigures(unit, await YearsAsync(years, unit, cancel)));
        }

        return View(new CoverageListPage(filter, series, pages));
    }

    [HttpGet("/coverage.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Export(PromisesFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        var lines = new List<IReadOnlyList<Cell>>();
        foreach (var (unit, years) in await SeriesAsync(filter, cancel))
        {
            lines.AddRange((await YearsAsync(years, unit, cancel)).Select(IReadOnlyList<Cell> (year) =>
                [Cell.Of(year.Of.Title), Cell.Of(year.Of.SetterName), Cell.Of(year.Of.Year), Cell.Of(year.Of.Rule.Percent), Cell.Of(year.Of.CutOff), .. Line(unit.Name, year.Figure)]));
        }

        string[] header = [text["Target"], text["Setter"], text["Year"], text["GoalPercent"], text["CutOffDay"], text["Unit"], .. Columns()];
        this.StartCsv(text["List_File", clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, lines, cancel);
        return new EmptyResult();
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
        var pages = Pages.Of(filter.Page, units.Count);
        return View(new CoveragePage
        {
            Target = found,
            Unit = unit,
            Above = await targets.AboveAsync(found, unit, cancel),
            Years = await YearsAsync(await targets.SeriesAsync(found, cancel), unit, cancel),
            Posts = [.. (await figures.PostsAsync(found, unit.Id, cancel)).In(filter.PostOrder)],
            Units = [.. units.In(filter.Order).Skip((pages.Page - 1) * pages.Length).Take(pages.Length)],
            Pages = pages,
            UnitsCounted = await figures.UnitsAsync(found, unit.Id, cancel),
            Recent = await changes.KindsAsync(found, unit.Id, cancel),
            Filter = filter,
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

        var rows = (await figures.UnitsBelowAsync(found, unit, cancel)).In(filter.Order).Select(row => Line(row.Of.Name, row.Figure));
        this.StartCsv(text["Units_File", found.Year, unit.Name, found.CutOff.ToString("yyyyMMdd", CultureInfo.InvariantCulture)]);
        await CsvTableWriter.WriteAsync(Response.Body, [text["Unit"], .. Columns()], [Line(text["Units_Total"], await figures.SumAsync(found, unit.Id, cancel)), .. rows], cancel);
        return new EmptyResult();
    }

    [HttpGet("{target}/posts.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Posts(string target, FigureFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindAsync(target, cancel) is not { } found
            || await targets.FindUnitAsync(found, filter.Organization, Capability.ReadCoverage, cancel) is not { } unit)
        {
            return NotFound();
        }

        var rows = (await figures.PostsAsync(found, unit.Id, cancel)).In(filter.PostOrder).Select(row => Line(words.Post(row.Of), row.Figure));
        this.StartCsv(text["Posts_File", found.Year, unit.Name, found.CutOff.ToString("yyyyMMdd", CultureInfo.InvariantCulture)]);
        await CsvTableWriter.WriteAsync(Response.Body, [text["Post"], .. Columns()], [Line(text["Units_Total"], await figures.SumAsync(found, unit.Id, cancel)), .. rows], cancel);
        return new EmptyResult();
    }

    private static readonly string[] FigureColumns =
        ["Counted", "Covered", "Missing", "Percentage", "Excluded", "Elsewhere", "UndeclaredUnits", "VacantPosts", "NotKeptPosts"];

    private IEnumerable<string> Columns() => FigureColumns.Select(column => (string)text[column]);

    private static IReadOnlyList<Cell> Line(string name, CoverageFigure figure) =>
    [
        Cell.Of(name), Cell.Of(figure.Counted), Cell.Of(figure.Covered), Cell.Of(figure.Missing), Cell.Of(figure.Percentage?.Value),
        Cell.Of(figure.Excluded), Cell.Of(figure.Elsewhere), Cell.Of(figure.UndeclaredUnits), Cell.Of(figure.VacantPosts), Cell.Of(figure.NotKeptPosts),
    ];

    /// <summary>Promises in reach and the topmost units to which each speaks, without their figures.</summary>
    private async Task<List<(UnitChoice Unit, List<TargetSummary> Years)>> SeriesAsync(PromisesFilter filter, CancellationToken cancel)
    {
        var series = new List<(UnitChoice Unit, List<TargetSummary> Years)>();
        foreach (var years in (await targets.AllAsync(cancel)).Where(filter.Finds).GroupBy(target => (target.Series, target.Terms.SetterId)))
        {
            series.AddRange((await targets.TopUnitsAsync(years.Last(), cancel)).Select(unit => (unit, years.ToList())));
        }

        return [.. filter.Ordered(series)];
    }

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
