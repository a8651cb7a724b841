using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Standards;

/// <summary>One clause under an address that stays.</summary>
[Route("standards/{slug}/clauses"), Public]
public sealed class ClausesController(ClauseQuery clauses) : Controller
{
    [HttpGet("{number}")]
    public async Task<IActionResult> Show(string slug, string number, string? edition, CancellationToken cancel) =>
        await clauses.RunAsync(slug, edition, number, cancel) is { } page ? View(page) : NotFound();
}
