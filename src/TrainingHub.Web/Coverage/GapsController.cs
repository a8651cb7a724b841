using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Units by what they lack to their target, the largest gap first.</summary>
[Route("coverage/{target}/gaps")]
public sealed class GapsController(
    TargetQuery targets, GapsQuery gaps, FigureWords words, TurnOfDay turn, DayClock clock, IStringLocalizer<CoverageText> text) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(string target, GapsFilter filter, CancellationToken cancel)
    {
        if (await FindAsync(target, filter, cancel) is not var (found, unit))
        {
            return NotFound();
        }

        if (filter.IsOfThePast)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        var pages = Pages.Of(filter.Page, filter.IsOfThePast ? 0 : await gaps.CountAsync(found, unit, filter, cancel));
        return View(new GapsPage
        {
            Target = found,
            Unit = unit,
            Above = await targets.AboveAsync(found, unit, cancel),
            Filter = filter,
            Total = await gaps.TotalAsync(found, unit, filter, cancel),
            Rows = filter.IsOfThePast ? [] : await gaps.PageAsync(found, unit, filter, pages, cancel),
            Pages = pages,
            LargestGap = await gaps.LargestAsync(found, unit, filter, cancel),
            AsOf = clock.InZone(clock.Now),
            MayReadNames = await targets.FindUnitAsync(found, unit.Code, Capability.ReadNames, cancel) is not null,
        });
    }

    [HttpGet("/coverage/{target}/gaps.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Csv(string target, GapsFilter filter, CancellationToken cancel)
    {
        if (await FindAsync(target, filter, cancel) is not var (found, unit))
        {
            return NotFound();
        }

        if (filter.IsOfThePast)
        {
            return UnprocessableEntity();
        }

        this.StartCsv(FileName(found, unit, "csv"));
        await CsvTableWriter.WriteAsync(Response.Body, [.. Columns().Select(column => column.Header)], gaps.AllAsync(found, unit, filter).Select(row => Line(row, found)), cancel);
        return new EmptyResult();
    }

    [HttpGet("/coverage/{target}/gaps.xlsx"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Workbook(string target, GapsFilter filter, CancellationToken cancel)
    {
        if (await FindAsync(target, filter, cancel) is not var (found, unit))
        {
            return NotFound();
        }

        if (filter.IsOfThePast)
        {
            return UnprocessableEntity();
        }

        using var memory = new MemoryStream();
        await WorkbookWriter.WriteAsync(memory, text["Gaps_Sheet"], [.. Columns()], gaps.AllAsync(found, unit, filter).Select(row => Line(row, found)), cancel);
        Response.Headers.CacheControl = "no-store";
        return File(memory.ToArray(), WorkbookType, FileName(found, unit, "xlsx"));
    }

    private async Task<(TargetSummary Target, UnitChoice Unit)?> FindAsync(string slug, GapsFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        return await targets.FindAsync(slug, cancel) is { } target
            && await targets.FindUnitAsync(target, filter.Organization, Capability.ReadCoverage, cancel) is { } unit ? (target, unit) : null;
    }

    private string FileName(TargetSummary target, UnitChoice unit, string ending) =>
        text["Gaps_File", target.Year, unit.Name, target.CutOff.ToString("yyyyMMdd", CultureInfo.InvariantCulture), ending];

    private IEnumerable<WorkbookColumn> Columns() =>
    [
        new(text["Unit"], 32), new(text["State"], 16), new(text["GapToGoal"], 12), new(text["Counted"]), new(text["Covered"]), new(text["Missing"]), new(text["Percentage"]),
        new(text["Excluded"]), new(text["Elsewhere"]), new(text["UndeclaredUnits"]), new(text["VacantPosts"]), new(text["NotKeptPosts"]),
    ];

    private IReadOnlyList<Cell> Line(FigureRow<UnitChoice> row, TargetSummary target)
    {
        var (unit, figure) = row;
        return
        [
            Cell.Of(unit.Name), Cell.Of(figure.Counted == 0 ? words.Zero(figure).Word : words.State(target, figure).Word), figure.Counted == 0 ? Cell.Blank : Cell.Of(Math.Max(0, figure.Gap(target.Rule))),
            Cell.Of(figure.Counted), Cell.Of(figure.Covered), Cell.Of(figure.Missing), Cell.Of(figure.Percentage?.Value), Cell.Of(figure.Excluded), Cell.Of(figure.Elsewhere),
            Cell.Of(figure.UndeclaredUnits), Cell.Of(figure.VacantPosts), Cell.Of(figure.NotKeptPosts),
        ];
    }
}
