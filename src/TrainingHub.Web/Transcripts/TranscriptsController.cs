using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;

namespace TrainingHub.Transcripts;

/// <summary>安全教育培训档案 of one person, as the Safety Production Law asks, to read and to print.</summary>
public sealed class TranscriptsController(TranscriptReads reads, PaperSheets papers, ReportPrinter printer, PrintedFiles files) : Controller
{
    [HttpGet("records/transcript"), Require]
    public async Task<IActionResult> Own(CancellationToken cancel) => await reads.LawAsync(null, cancel) is { } page ? View("TranscriptsShow", page) : NotFound();

    [HttpGet("records/transcript.pdf"), Require]
    public async Task<IActionResult> OwnPdf(CancellationToken cancel) => await PrintAsync(await reads.LawAsync(null, cancel), cancel);

    [HttpGet("people/{id:guid}/transcript"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) => await reads.LawAsync(id, cancel) is { } page ? View("TranscriptsShow", page) : NotFound();

    [HttpGet("people/{id:guid}/transcript.pdf"), Require(Capability.ReadRecords)]
    public async Task<IActionResult> ShowPdf(Guid id, CancellationToken cancel) => await PrintAsync(await reads.LawAsync(id, cancel), cancel);

    private async Task<IActionResult> PrintAsync(LawPage? page, CancellationToken cancel)
    {
        if (page is null)
        {
            return NotFound();
        }

        var sheet = papers.Of(page);
        return await this.PdfAsync(files, sheet.Fingerprint, () => printer.Pdf(sheet), $"transcript-{sheet.Issued.Iso()}.pdf", isPublic: false, cancel);
    }
}
