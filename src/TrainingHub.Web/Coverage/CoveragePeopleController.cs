using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>The names behind a figure, on both sides.</summary>
[Route("coverage/{target}/people")]
public sealed class CoveragePeopleController(
    TargetQuery targets, PeopleQuery people, FigureAsOf figures, PeopleAsOf peopleAsOf, AsOfAsked asked, TurnOfDay turn, StandingWords words, DayClock clock,
    IStringLocalizer<CoverageText> text) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet, Require(Capability.ReadNames)]
    public async Task<IActionResult> List(string target, PeopleFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindNamedAsync(target, filter.Organization, cancel) is not { Target: { } found, Unit: { } unit } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        var asOf = await asked.FindAsync(found, unit, filter.Day, filter.Moment, Capability.ReadNames, cancel);
        if (asOf is AsOfOutcome.Found past)
        {
            return View(await PastAsync(past, filter, cancel));
        }

        var pages = Pages.Of(filter.Page, await people.CountAsync(found, unit.Id, filter, cancel));
        return View(new PeoplePage
        {
            Target = found,
            Unit = unit,
            Above = await targets.AboveAsync(found, unit, cancel),
            Filter = filter,
            Kinds = await people.KindsAsync(found, unit.Id, cancel),
            Reasons = filter.Kind is StandingKind.Missing ? await people.ReasonsAsync(found, unit.Id, filter, cancel) : [],
            Rows = await people.PageAsync(found, unit.Id, filter, pages, cancel),
            Pages = pages,
            AsOf = clock.InZone(clock.Now),
            Fault = asOf is AsOfOutcome.Refused refused ? refused.Fault : null,
        });
    }

    [HttpGet("/coverage/{target}/people.csv"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Export(string target, PeopleFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindNamedAsync(target, filter.Organization, cancel) is not { } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        if (await RowsAsync(place, filter, cancel) is not var (shown, rows))
        {
            return NotFound();
        }

        this.StartCsv(FileName(shown, place.Unit, filter, "csv"));
        await CsvTableWriter.WriteAsync(Response.Body, [.. Columns().Select(column => column.Header)], rows.Select(row => Line(row, filter.Kind)), cancel);
        return new EmptyResult();
    }

    [HttpGet("/coverage/{target}/people.xlsx"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Workbook(string target, PeopleFilter filter, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        if (await targets.FindNamedAsync(target, filter.Organization, cancel) is not { } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        if (await RowsAsync(place, filter, cancel) is not var (shown, rows))
        {
            return NotFound();
        }

        this.StartFile(FileName(shown, place.Unit, filter, "xlsx"), WorkbookType);
        await WorkbookWriter.WriteAsync(Response.Body, text["Kind_" + filter.Kind], [.. Columns()], rows.Select(row => Line(row, filter.Kind)), cancel);
        return new EmptyResult();
    }

    /// <summary>All names that the filter finds, as of the day asked for; null where that day has no figure.</summary>
    private async Task<(TargetSummary Target, IAsyncEnumerable<PersonRow> Rows)?> RowsAsync(NamedUnit place, PeopleFilter filter, CancellationToken cancel) =>
        await asked.FindAsync(place.Target, place.Unit, filter.Day, filter.Moment, Capability.ReadNames, cancel) switch
        {
            AsOfOutcome.Today => (place.Target, people.AllAsync(place.Target, place.Unit.Id, filter)),
            AsOfOutcome.Found(var then, var there) => (then, peopleAsOf.AllAsync(
                then, await peopleAsOf.OrderedAsync(await figures.NamesAsync(then, there, cancel), filter, cancel), cancel)),
            _ => null,
        };

    private string FileName(TargetSummary target, UnitChoice unit, PeopleFilter filter, string ending) =>
        Path.ChangeExtension(text["People_File", target.Year, unit.Name, text["Kind_" + filter.Kind], target.CutOff.ToString("yyyyMMdd", CultureInfo.InvariantCulture)], ending);

    private IEnumerable<WorkbookColumn> Columns() =>
        [new(text["Person"]), new(text["Post"], 18), new(text["Unit"], 32), new(text["UnitAbove"], 24), new(text["State"]), new(text["Note"], 36), new(text["CompletionDay"], 14)];

    private async Task<PeoplePage> PastAsync(AsOfOutcome.Found past, PeopleFilter filter, CancellationToken cancel)
    {
        var counted = await figures.NamesAsync(past.Target, past.Unit, cancel);
        var standings = await peopleAsOf.OrderedAsync(counted, filter, cancel);
        var pages = Pages.Of(filter.Page, standings.Count);
        return new PeoplePage
        {
            Target = past.Target,
            Unit = past.Unit,
            Above = await targets.AboveAsync(past.Target, past.Unit, cancel),
            Filter = filter,
            Kinds = counted.Names.CountBy(standing => standing.Kind).ToDictionary(),
            Reasons = filter.Kind is StandingKind.Missing ? await peopleAsOf.ReasonsAsync(counted, filter, cancel) : [],
            Rows = await peopleAsOf.RowsAsync(past.Target, standings.Skip((pages.Page - 1) * pages.Length).Take(pages.Length), cancel),
            Pages = pages,
            AsOf = clock.InZone(past.Target.Moment ?? clock.Now),
            IsPast = true,
        };
    }

    private IReadOnlyList<Cell> Line(PersonRow row, StandingKind kind) =>
    [
        Cell.Of(words.Name(row)), Cell.Of(words.Post(row.Position)), Cell.Of(row.OrganizationName), Cell.Of(row.AboveName),
        Cell.Of((string)text["Kind_" + kind]), Cell.Of(words.Note(row, kind)), Cell.Of(row.CompletionDay),
    ];
}
