using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;

namespace TrainingHub.Reports;

/// <summary>年终核定表: final sheets of the year, from frozen snapshots of cut-off days.</summary>
[Route("reports/finals")]
public sealed class FinalsController(FinalsQuery finals, FinalWriting writing, FinalWorkbook workbook, IStringLocalizer<ReportsText> text) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public async Task<IActionResult> List(FinalsFilter filter, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(filter.Year), text["Finals_WrongYear"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View(await finals.RunAsync(filter, cancel));
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
