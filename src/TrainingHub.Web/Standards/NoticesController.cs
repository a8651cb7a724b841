using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;

namespace TrainingHub.Standards;

/// <summary>公示: posters, checklists and the page for the school's notice board, to print and to put up.</summary>
[Route("standards"), Public]
public sealed class NoticesController(StandardQuery standards, NoticePrinter printer, PrintedFiles files, PublicAddress address) : Controller
{
    [HttpGet("{slug}/poster.pdf")]
    public async Task<IActionResult> Poster(string slug, string? edition, string? size, CancellationToken cancel)
    {
        if (SizeOf(size) is not { } paper || await FindAsync(slug, edition, cancel) is not { } page)
        {
            return NotFound();
        }

        var sheet = page.PosterFor(AddressOf(page), paper);
        return await this.PdfAsync(files, PrintedFiles.FingerprintOf(sheet), () => printer.Poster(sheet), $"{page.Row.Edition.Title}.pdf", page.Readers is EditionReaders.Everyone, cancel);
    }

    [HttpGet("{slug}/poster")]
    public async Task<IActionResult> ShowPoster(string slug, string? edition, string? size, CancellationToken cancel)
    {
        if (SizeOf(size) is not { } paper || await FindAsync(slug, edition, cancel) is not { } page)
        {
            return NotFound();
        }

        var sheet = page.PosterFor(AddressOf(page), paper);
        return View("PosterShow", new PosterPage(page, sheet, Qr.Make(sheet.Address.AbsoluteUri)));
    }

    [HttpGet("{slug}/checklist.pdf")]
    public async Task<IActionResult> Checklist(string slug, string? edition, string? size, CancellationToken cancel)
    {
        if (SizeOf(size) is not { } paper || await FindAsync(slug, edition, cancel) is not { } page)
        {
            return NotFound();
        }

        var sheet = page.ChecklistFor(AddressOf(page), paper);
        return await this.PdfAsync(files, PrintedFiles.FingerprintOf(sheet), () => printer.Checklist(sheet), $"{page.Row.Edition.Title}检查表.pdf", page.Readers is EditionReaders.Everyone, cancel);
    }

    [HttpGet("{slug}/checklist")]
    public async Task<IActionResult> Show(string slug, string? edition, CancellationToken cancel)
    {
        if (await FindAsync(slug, edition, cancel) is not { } page)
        {
            return NotFound();
        }

        var sheet = page.ChecklistFor(AddressOf(page), SheetSize.A4Portrait);
        return View("ChecklistShow", new ChecklistPage(page, sheet, Qr.Make(sheet.Address.AbsoluteUri)));
    }

    [HttpGet("notice")]
    public async Task<IActionResult> Notice(CancellationToken cancel)
    {
        if (await FindAsync(NoticeSheets.HazardsSlug, edition: null, cancel) is not { } page)
        {
            return NotFound();
        }

        var sheet = page.HazardsFor(AddressOf(page), SheetSize.A4Portrait);
        return View("NoticeShow", new NoticePage(page, sheet, Qr.Make(sheet.Address.AbsoluteUri)));
    }

    [HttpGet("notice.pdf")]
    public async Task<IActionResult> NoticeFile(string? size, CancellationToken cancel)
    {
        if (SizeOf(size) is not { } paper || await FindAsync(NoticeSheets.HazardsSlug, edition: null, cancel) is not { } page)
        {
            return NotFound();
        }

        var sheet = page.HazardsFor(AddressOf(page), paper);
        return await this.PdfAsync(files, PrintedFiles.FingerprintOf(sheet), () => printer.Poster(sheet), $"{sheet.Title}.pdf", isPublic: true, cancel);
    }

    /// <summary>An edition that has clauses to put up; null when there is none that the reader may read.</summary>
    private async Task<StandardPage?> FindAsync(string slug, string? edition, CancellationToken cancel) =>
        await standards.RunAsync(slug, edition, cancel) is { Row.Edition.Clauses.Count: > 0 } page ? page : null;

    // Without an edition: whoever scans it later is shown the one that holds then.
    private Uri AddressOf(StandardPage page) => address.Of($"standards/{page.Row.Edition.Slug}");

    private static SheetSize? SizeOf(string? size) => size switch
    {
        null or "" or "A4" => SheetSize.A4Portrait,
        "A3" => SheetSize.A3Portrait,
        _ => null,
    };
}
