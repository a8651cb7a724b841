using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;

namespace TrainingHub.Quizzes.Results;

/// <summary>The results of a quiz to print.</summary>
[Route("quizzes/{slug}/results.pdf")]
public sealed class ReportsController(ReportQuery reports, ReportPrinter printer, PrintedFiles files) : Controller
{
    [HttpGet, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Show(string slug, string? organization, CancellationToken cancel)
    {
        if (await reports.RunAsync(slug, organization, cancel) is not { } sheet)
        {
            return NotFound();
        }

        var facts = new { kind = "results", sheet.Title, sheet.Facts, tables = sheet.Blocks.OfType<FlowBlock.Table>().Select(table => table.Rows) };
        return await this.PdfAsync(files, PrintedFiles.FingerprintOf(facts), () => printer.Pdf(sheet), $"results-{slug}-{sheet.Issued:yyyy-MM-dd}.pdf", isPublic: false, cancel);
    }
}
