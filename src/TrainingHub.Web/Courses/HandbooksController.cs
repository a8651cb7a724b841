using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;

namespace TrainingHub.Courses;

/// <summary>安全知识手册: a whole course as a book to print.</summary>
[Route("courses/{slug}/handbook.pdf")]
public sealed class HandbooksController(CourseShelf shelf, HandbookQuery handbooks, LessonTexts texts, HandbookPrinter printer, PrintedFiles files, PublicAddress address) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        if (await shelf.FindAsync(slug, cancel) is not { } course)
        {
            return NotFound();
        }

        var site = address.Of("").ToString().TrimEnd('/');
        var sheet = await handbooks.RunAsync(course, site, cancel);
        var fingerprint = PrintedFiles.FingerprintOf(new { kind = "handbook", course.Slug, texts = await texts.FingerprintAsync(course, cancel), site, sheet.Facts });
        return await this.PdfAsync(files, fingerprint, () => printer.Pdf(sheet), $"{course.Manifest.Title}安全知识手册.pdf", isPublic: false, cancel);
    }
}
