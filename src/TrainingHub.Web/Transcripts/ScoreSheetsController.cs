using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;

namespace TrainingHub.Transcripts;

/// <summary>述职成绩单: what was owed and done in a year, by a person and by a unit.</summary>
public sealed class ScoreSheetsController(
    TranscriptReads reads, ScoreQuery scores, PaperSheets papers, ReportPrinter printer, PrintedFiles files, IStringLocalizer<TranscriptsText> text) : Controller
{
    [HttpGet("records/scoresheets/{year:int}"), Require]
    public async Task<IActionResult> Own(int year, CancellationToken cancel) => await reads.ScoreAsync(null, year, cancel) is { } page ? View("ScoreSheetsShow", page) : NotFound();

    [HttpGet("records/scoresheets/{year:int}.pdf"), Require]
    public async Task<IActionResult> OwnPdf(int year, CancellationToken cancel) => await PrintAsync(await reads.ScoreAsync(null, year, cancel) is { } page ? papers.Of(page) : null, year, cancel);

    [HttpGet("people/{id:guid}/scoresheets/{year:int}"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Show(Guid id, int year, CancellationToken cancel) => await reads.ScoreAsync(id, year, cancel) is { } page ? View("ScoreSheetsShow", page) : NotFound();

    [HttpGet("people/{id:guid}/scoresheets/{year:int}.pdf"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> ShowPdf(Guid id, int year, CancellationToken cancel) => await PrintAsync(await reads.ScoreAsync(id, year, cancel) is { } page ? papers.Of(page) : null, year, cancel);

    [HttpGet("organizations/{code}/scoresheets/{year:int}"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Unit(string code, int year, CancellationToken cancel) => await scores.UnitAsync(code, year, cancel) is { } page ? View("ScoreSheetsUnit", page) : NotFound();

    [HttpGet("organizations/{code}/scoresheets/{year:int}.pdf"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> UnitPdf(string code, int year, CancellationToken cancel) => await PrintAsync(await scores.UnitAsync(code, year, cancel) is { } page ? papers.Of(page) : null, year, cancel);

    [HttpGet("organizations/{code}/scoresheets/{year:int}.csv"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> UnitCsv(string code, int year, CancellationToken cancel)
    {
        if (await scores.UnitAsync(code, year, cancel) is not { } page)
        {
            return NotFound();
        }

        string[] header = [text["Person"], text["Post"], text["Owed_Count"], text["Done_Count"], text["Hours"], text["Passed_Count"]];
        this.StartCsv(text["Unit_File", page.Name, year]);
        await CsvTableWriter.WriteAsync(Response.Body, header, page.People.Select(IReadOnlyList<Cell> (line) =>
            [Cell.Of(line.Name ?? text["Anonymized"]), Cell.Of(line.Post), Cell.Of(line.Owed), Cell.Of(line.Done), Cell.Of(line.Minutes * 10 / 45 / 10m), Cell.Of(line.Passed)]), cancel);
        return new EmptyResult();
    }

    private async Task<IActionResult> PrintAsync(ReportSheet? sheet, int year, CancellationToken cancel) =>
        sheet is null ? NotFound() : await this.PdfAsync(files, sheet.Fingerprint, () => printer.Pdf(sheet), $"scoresheet-{year}.pdf", isPublic: false, cancel);
}
