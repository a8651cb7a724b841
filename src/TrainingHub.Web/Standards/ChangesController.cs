using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Standards;

/// <summary>What changed between two editions.</summary>
[Route("standards/{slug}/changes"), Public]
public sealed class ChangesController(ReadableEditions readable) : Controller
{
    /// <param name="slug">The document.</param>
    /// <param name="edition">The newer edition; the one of today when left out.</param>
    /// <param name="since">The older edition of the same document; the one that was replaced when left out.</param>
    /// <param name="page">Of the changes, from 1.</param>
    /// <param name="cancel">Ends the reading.</param>
    [HttpGet]
    public async Task<IActionResult> Index(string slug, string? edition, string? since, int page, CancellationToken cancel)
    {
        if (await readable.FindAsync(slug, edition, cancel) is not { } after
            || (string.IsNullOrEmpty(since) ? after.Replaces : new EditionName(slug, since)) is not { } older
            || await readable.FindAsync(older, cancel) is not { } before)
        {
            return NotFound();
        }

        return View(ChangesPage.Of(EditionComparison.Of(before, after), page));
    }
}
