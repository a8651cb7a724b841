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

/// <summary>Units by what they lack to their target, the largest gap first.</summary>
[Route("coverage/{target}/gaps")]
public sealed class GapsController(
    TargetQuery targets, GapsQuery gaps, FigureAsOf figures, AsOfAsked asked, FigureWords words, TurnOfDay turn, DayClock clock, IStringLocalizer<CoverageText> text) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(string target, GapsFilter filter, CancellationToken cancel)
    {
        if (await FindAsync(target, filter, cancel) is not var (found, unit, fault, isPast, all))
        {
            return NotFound();
        }

        var pages = Pages.Of(filter.Page, all?.Rows.Count ?? await gaps.CountAsync(found, unit, filter, cancel));
        return View(new GapsPage
        {
            Target = found,
            Unit = unit,
            Above = await targets.AboveAsync(found, unit, cancel),
            Filter = filter,
            Total = all?.Total ?? await gaps.TotalAsync(found, unit, filter, cancel),
            Rows = all is null ? await gaps.PageAsync(found, unit, filter, pages, cancel) : [.. all.Rows.Skip((pages.Page - 1) * pages.Length).Take(pages.Length)],
            Pages = pages,
            LargestGap = all?.LargestGap(found) ?? await gaps.LargestAsync(found, unit, filter, cancel),
            AsOf = clock.InZone(found.Moment ?? clock.Now),
            MayReadNames = await targets.FindUnitAsync(found, unit.Code, Capability.ReadNames, cancel) is not null,
            Fault = fault,
            IsPast = isPast,
        });
    }

    [HttpGet("/coverage/{target}/gaps.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Csv(string target, GapsFilter filter, CancellationToken cancel)
    {
        if (await FindAsync(target, filter, cancel) is not { Fault: null } asOf)
        {
            return NotFound();
        }

        this.StartCsv(FileName(asOf.Target, asOf.Unit, "csv"));
        await CsvTableWriter.WriteAsync(Response.Body, [.. Columns().Select(column => column.Header)], Lines(asOf, filter), cancel);
        return new EmptyResult();
    }

    [HttpGet("/coverage/{target}/gaps.xlsx"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Workbook(string target, GapsFilter filter, CancellationToken cancel)
    {
        if (await FindAsync(target, filter, cancel) is not { Fault: null } asOf)
        {
            return NotFound();
        }

        using var memory = new MemoryStream();
        await WorkbookWriter.WriteAsync(memory, text["Gaps_Sheet"], [.. Columns()], Lines(asOf, filter), cancel);
        Response.Headers.CacheControl = "no-store";
        return File(memory.ToArray(), WorkbookType, FileName(asOf.Target, asOf.Unit, "xlsx"));
    }

    /// <summary>The target and the unit as of the day asked for; as they are now where none was asked for or there is none. Null when the reader reaches nothing of it.</summary>
    private async Task<Asked?> FindAsync(string slug, GapsFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindShownAsync(slug, cancel) is not { } live
            || await targets.FindUnitAsync(live, filter.Organization, Capability.ReadCoverage, cancel) is not { } unit)
        {
            return null;
        }

        return await asked.FindAsync(live, unit, filter.Day, filter.Moment, Capability.ReadCoverage, cancel) switch
        {
            AsOfOutcome.Today => await NowAsync(live, unit, null, filter, cancel),
            AsOfOutcome.Refused(var fault) => await NowAsync(live, unit, fault, filter, cancel),
            AsOfOutcome.Found(var then, var there) => new Asked(then, there, null, IsPast: true, UnitGaps.Of(await figures.CountAsync(then, there, cancel), filter)),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Asked> NowAsync(TargetSummary target, UnitChoice unit, AsOfFault? fault, GapsFilter filter, CancellationToken cancel) =>
        new(target, unit, fault, IsPast: false, filter.IsAll ? null : await gaps.BelowAsync(target, unit, filter, cancel));

    private IAsyncEnumerable<IReadOnlyList<Cell>> Lines(Asked asOf, GapsFilter filter) =>
        (asOf.All?.Rows.ToAsyncEnumerable() ?? gaps.AllAsync(asOf.Target, asOf.Unit, filter)).Select(row => Line(row, asOf.Target));

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

    /// <param name="All">All units at hand; null where they are too many and read page by page.</param>
    private sealed record Asked(TargetSummary Target, UnitChoice Unit, AsOfFault? Fault, bool IsPast, UnitGaps? All);
}
