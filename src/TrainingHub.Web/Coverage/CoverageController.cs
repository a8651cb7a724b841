using System.Diagnostics;
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
    TargetQuery targets, FigureQuery figures, FigureAsOf figureAsOf, AsOfAsked asked, OwnTargetQuery own, ChangesQuery changes, TurnOfDay turn, StandingWords words,
    CurrentPerson current, DayClock clock, IStringLocalizer<CoverageText> text) : Controller
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
        if (await FiguresAsync(target, filter, cancel) is not { } shown)
        {
            return NotFound();
        }

        var (found, unit, pages) = (shown.Target, shown.Unit, Pages.Of(filter.Page, shown.Units.Count));
        return View(new CoveragePage
        {
            Target = found,
            Unit = unit,
            Above = await targets.AboveAsync(found, unit, cancel),
            // The other years as of that day would each be counted from the facts: they are a link away.
            Years = shown.IsPast ? [new FigureRow<TargetSummary>(found, shown.Total)] : await YearsAsync(await targets.SeriesAsync(found, cancel), unit, cancel, (found, shown.Total)),
            Posts = [.. shown.Posts.In(filter.PostOrder)],
            Units = [.. shown.Units.In(filter.Order).Skip((pages.Page - 1) * pages.Length).Take(pages.Length)],
            Pages = pages,
            UnitsCounted = shown.UnitsCounted,
            Stages = shown.UnitsCounted > 1 ? TraitTables.ByStage(shown.Traits) : null,
            Flags = shown.UnitsCounted > 1 ? TraitTables.ByFlag(shown.Traits) : null,
            Recent = await changes.KindsAsync(found, unit.Id, cancel),
            Filter = filter,
            Fault = shown.Fault,
            IsPast = shown.IsPast,
            AsOf = clock.InZone(found.Moment ?? clock.Now),
            MayReadNames = await targets.FindUnitAsync(found, unit.Code, Capability.ReadNames, cancel) is not null,
            MayChange = await own.FindAsync(found.Slug, cancel) is not null,
            MaySeeExclusions = await current.MayAsync(Capability.DeclarePositions) || await current.MayAsync(Capability.ConfirmDeclarations),
        });
    }

    [HttpGet("{target}/units.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Units(string target, FigureFilter filter, CancellationToken cancel)
    {
        if (await FiguresAsync(target, filter, cancel) is not { Fault: null } shown)
        {
            return NotFound();
        }

        var rows = shown.Units.In(filter.Order).Select(row => Line(row.Of.Name, row.Figure));
        this.StartCsv(text["Units_File", shown.Target.Year, shown.Unit.Name, shown.Target.CutOff.ToString("yyyyMMdd", CultureInfo.InvariantCulture)]);
        await CsvTableWriter.WriteAsync(Response.Body, [text["Unit"], .. Columns()], [Line(text["Units_Total"], shown.Total), .. rows], cancel);
        return new EmptyResult();
    }

    [HttpGet("{target}/posts.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Posts(string target, FigureFilter filter, CancellationToken cancel)
    {
        if (await FiguresAsync(target, filter, cancel) is not { Fault: null } shown)
        {
            return NotFound();
        }

        var rows = shown.Posts.In(filter.PostOrder).Select(row => Line(words.Post(row.Of), row.Figure));
        this.StartCsv(text["Posts_File", shown.Target.Year, shown.Unit.Name, shown.Target.CutOff.ToString("yyyyMMdd", CultureInfo.InvariantCulture)]);
        await CsvTableWriter.WriteAsync(Response.Body, [text["Post"], .. Columns()], [Line(text["Units_Total"], shown.Total), .. rows], cancel);
        return new EmptyResult();
    }

    /// <summary>By stage and by flag, each with the total and by how much its rows exceed it.</summary>
    [HttpGet("{target}/traits.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Traits(string target, FigureFilter filter, CancellationToken cancel)
    {
        if (await FiguresAsync(target, filter, cancel) is not { Fault: null } shown)
        {
            return NotFound();
        }

        var (rule, name) = (shown.Target.Rule, shown.Unit.Name);
        this.StartCsv(text["Traits_File", shown.Target.Year, name, shown.Target.CutOff.ToString("yyyyMMdd", CultureInfo.InvariantCulture)]);
        await CsvTableWriter.WriteAsync(
            Response.Body, [text["Traits_By"], text["Traits_Row"], .. Columns(), text["Traits_Units"], text["GapToGoal"]],
            [.. Lines(TraitTables.ByStage(shown.Traits), text["ByStage"], "Stage_"), .. Lines(TraitTables.ByFlag(shown.Traits), text["ByFlag"], "Flag_")], cancel);
        return new EmptyResult();

        IEnumerable<IReadOnlyList<Cell>> Lines<T>(TraitTable<T> table, string by, string prefix)
            where T : struct, Enum =>
        [
            .. table.Rows.Select(row => Row(by, row.Units, text[prefix + row.Trait], row.Figure)),
            .. table.UnitsInSeveral > 0 ? [Row(by, table.UnitsInSeveral, text["Traits_Repeated"], table.Repeated, hasGap: false)] : Array.Empty<IReadOnlyList<Cell>>(),
            Row(by, shown.UnitsCounted, text["Units_TotalOf", name], shown.Total),
        ];

        IReadOnlyList<Cell> Row(string by, int units, string row, CoverageFigure figure, bool hasGap = true) =>
            [Cell.Of(by), .. Line(row, figure), Cell.Of(units), hasGap && figure.Counted > 0 ? Cell.Of(Math.Max(0, figure.Gap(rule))) : Cell.Blank];
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

    /// <summary>The figures of a promise's years; one of them may be known already.</summary>
    private async Task<List<FigureRow<TargetSummary>>> YearsAsync(
        IEnumerable<TargetSummary> years, UnitChoice unit, CancellationToken cancel, (TargetSummary Year, CoverageFigure Total)? known = null)
    {
        var rows = new List<FigureRow<TargetSummary>>();
        foreach (var year in years)
        {
            rows.Add(new FigureRow<TargetSummary>(year, known is { } one && one.Year.Id == year.Id ? one.Total : await figures.SumAsync(year, unit.Id, cancel)));
        }

        return rows;
    }

    /// <summary>The figures as of the day asked for; as they are now where none was asked for or there is none. Null when the reader reaches nothing of it.</summary>
    private async Task<Shown?> FiguresAsync(string slug, FigureFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindShownAsync(slug, cancel) is not { } live
            || await targets.FindUnitAsync(live, filter.Organization, Capability.ReadCoverage, cancel) is not { } unit)
        {
            return null;
        }

        return await asked.FindAsync(live, unit, filter.Day, filter.Moment, Capability.ReadCoverage, cancel) switch
        {
            AsOfOutcome.Today => await NowAsync(live, unit, null, cancel),
            AsOfOutcome.Refused(var fault) => await NowAsync(live, unit, fault, cancel),
            AsOfOutcome.Found(var target, var there) => Past(await figureAsOf.CountAsync(target, there, cancel)),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Shown> NowAsync(TargetSummary target, UnitChoice unit, AsOfFault? fault, CancellationToken cancel)
    {
        var now = await figures.BreakDownAsync(target, unit, cancel);
        return new Shown(target, unit, now.Total, now.Posts, now.Units, now.UnitsCounted, now.Traits, fault, IsPast: false);
    }

    private static Shown Past(FiguresAsOf past) => new(past.Target, past.Unit, past.Total, past.Posts, past.Units, past.UnitsCounted, past.Traits, Fault: null, IsPast: true);

    private sealed record Shown(
        TargetSummary Target, UnitChoice Unit, CoverageFigure Total, IReadOnlyList<FigureRow<CorePosition>> Posts, IReadOnlyList<FigureRow<UnitChoice>> Units,
        int UnitsCounted, IReadOnlyList<TraitSum> Traits, AsOfFault? Fault, bool IsPast);
}
