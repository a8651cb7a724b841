using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Questions;

/// <summary>Where a question of a bank is used.</summary>
[Route("questions/{id:guid}/uses"), Require(Capability.ManageCourses)]
public sealed class UsesController(Banks banks, IQuestionUses uses) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(Guid id, int page, CancellationToken cancel) =>
        await banks.FindAsync(id, cancel) is { } question ? View(await uses.RunAsync(question, page, cancel)) : NotFound();
}
