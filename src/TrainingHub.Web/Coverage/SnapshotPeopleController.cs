using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>The frozen names behind a snapshot's figure.</summary>
[Route("coverage/{target}/snapshots/{number:int}/people")]
public sealed class SnapshotPeopleController(SnapshotQuery snapshots, SnapshotPeopleQuery people, StandingWords words, IStringLocalizer<CoverageText> text) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet, Require(Capability.ReadNames)]
    public async Task<IActionResult> List(string target, int number, PeopleFilter filter, CancellationToken cancel)
    {
        if (await snapshots.FindAsync(target, number, filter.Organization, cancel) is not { } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        var pages = Pages.Of(filter.Page, await people.CountAsync(place, filter, cancel));
        return View(new SnapshotPeoplePage
        {
            Place = place,
            Filter = filter,
            Kinds = await people.KindsAsync(place, cancel),
            Rows = await people.PageAsync(place, filter, pages, cancel),
            Pages = pages,
        });
    }

    [HttpGet("/coverage/{target}/snapshots/{number:int}/people.csv"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Csv(string target, int number, PeopleFilter filter, CancellationToken cancel)
    {
        if (await snapshots.FindAsync(target, number, filter.Organization, cancel) is not { } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        this.StartCsv(FileName(place, filter, "csv"));
        await CsvTableWriter.WriteAsync(Response.Body, [.. Columns().Select(column => column.Header)], people.AllAsync(place, filter).Select(row => Line(row, filter.Kind)), cancel);
        return new EmptyResult();
    }

    [HttpGet("/coverage/{target}/snapshots/{number:int}/people.xlsx"), Require(Capability.ReadNames)]
    public async Task<IActionResult> Workbook(string target, int number, PeopleFilter filter, CancellationToken cancel)
    {
        if (await snapshots.FindAsync(target, number, filter.Organization, cancel) is not { } place)
        {
            return NotFound();
        }

        if (!place.MayReadNames)
        {
            return Forbid();
        }

        this.StartFile(FileName(place, filter, "xlsx"), WorkbookType);
        await WorkbookWriter.WriteAsync(Response.Body, text["Kind_" + filter.Kind], [.. Columns()], people.AllAsync(place, filter).Select(row => Line(row, filter.Kind)), cancel);
        return new EmptyResult();
    }

    private string FileName(SnapshotPlace place, PeopleFilter filter, string ending) =>
        text["Snapshot_PeopleFile", place.Snapshot.Target.Slug, place.Snapshot.Number, place.Unit.Name, text["Kind_" + filter.Kind], ending];

    private IEnumerable<WorkbookColumn> Columns() =>
        [new(text["Person"]), new(text["Post"], 18), new(text["Unit"], 32), new(text["UnitAbove"], 24), new(text["State"]), new(text["Note"], 36), new(text["CompletionDay"], 14)];

    private IReadOnlyList<Cell> Line(PersonRow row, StandingKind kind) =>
    [
        Cell.Of(words.Name(row)), Cell.Of(words.Post(row.Position)), Cell.Of(row.OrganizationName), Cell.Of(row.AboveName),
        Cell.Of((string)text["Kind_" + kind]), Cell.Of(words.Note(row, kind)), Cell.Of(row.CompletionDay),
    ];
}
