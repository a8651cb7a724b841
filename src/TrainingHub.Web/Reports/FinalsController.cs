using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>年终核定表: final sheets of the year, from frozen snapshots of cut-off days.</summary>
[Route("reports/finals")]
public sealed class FinalsController(FinalsQuery finals, FinalWriting writing, FinalWorkbook workbook, DayClock clock, IStringLocalizer<ReportsText> text) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(FinalsFilter filter, CancellationToken cancel)
    {
        // A filter that makes no sense is none; a year is said to be wrong, for another is shown.
        var isWrongYear = ModelState.GetFieldValidationState(nameof(filter.Year)) is ModelValidationState.Invalid;
        ModelState.Clear();
        if (isWrongYear)
        {
            ModelState.AddModelError(nameof(filter.Year), text["Finals_WrongYear"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View(await finals.RunAsync(filter, cancel));
    }

    [HttpGet("/reports/finals.csv"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Export(FinalsFilter filter, CancellationToken cancel)
    {
        var (year, rows) = await finals.AllAsync(filter, cancel);
        string[] header = [text["Target"], text["Setter"], text["Year"], text["CutOffDay"], text["State"], text["Item_Snapshot"], text["Item_Moment"]];
        this.StartCsv(text["Finals_File", year, clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Target.Title), Cell.Of(row.Target.SetterName), Cell.Of(row.Target.Year), Cell.Of(row.CutOffDay), Cell.Of(text[$"FinalState_{row.State}"].Value),
            row.Snapshots is [var (number, _), ..] ? Cell.Of(number) : Cell.Blank, row.Snapshots is [var (_, moment), ..] ? Cell.Of(clock.InZone(moment).Written()) : Cell.Blank,
        ]), cancel);
        return new EmptyResult();
    }

    /// <summary>All targets of a year for one unit.</summary>
    [HttpGet("{year:int}"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Year(int year, string? organization, CancellationToken cancel) =>
        await finals.YearAsync(year, organization, cancel) is { } sheet ? View(new YearSheet.Page(sheet, sheet.Sheets.Count > 0 ? writing.Write(sheet) : null)) : NotFound();

    [HttpGet("{year:int}/document.docx"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> YearDocument(int year, string? organization, CancellationToken cancel)
    {
        if (await finals.YearAsync(year, organization, cancel) is not { Sheets.Count: > 0 } sheet)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(OfficialDocumentWriter.Write(writing.Write(sheet)), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{writing.TitleOf(sheet)}.docx");
    }

    [HttpGet("{year:int}/workbook.xlsx"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> YearWorkbook(int year, string? organization, CancellationToken cancel)
    {
        if (await finals.YearAsync(year, organization, cancel) is not { Sheets.Count: > 0 } sheet)
        {
            return NotFound();
        }

        this.StartFile($"{writing.TitleOf(sheet)}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        await WorkbookWriter.WriteAsync(Response.Body, workbook.Sheets(sheet), cancel);
        return new EmptyResult();
    }

    [HttpGet("{target}/{number:int}"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Show(string target, int number, string? organization, CancellationToken cancel) =>
        await finals.FindAsync(target, number, organization, cancel) is { } sheet ? View(new FinalSheet.Page(sheet, writing.Write(sheet))) : NotFound();

    [HttpGet("{target}/{number:int}/document.docx"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Document(string target, int number, string? organization, CancellationToken cancel)
    {
        if (await finals.FindAsync(target, number, organization, cancel) is not { } sheet)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(OfficialDocumentWriter.Write(writing.Write(sheet)), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{FileNameOf(sheet)}.docx");
    }

    [HttpGet("{target}/{number:int}/workbook.xlsx"), Require(Capability.ReadCoverage)]
    public async Task<IActionResult> Workbook(string target, int number, string? organization, CancellationToken cancel)
    {
        if (await finals.FindAsync(target, number, organization, cancel) is not { } sheet)
        {
            return NotFound();
        }

        this.StartFile($"{FileNameOf(sheet)}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        await WorkbookWriter.WriteAsync(Response.Body, workbook.Sheets(sheet), cancel);
        return new EmptyResult();
    }

    private string FileNameOf(FinalSheet sheet) => text["Final_File", writing.TitleOf(sheet), sheet.Part.Slug];
}
