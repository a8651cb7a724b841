using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Practice;

/// <summary>What came of an answer in practice.</summary>
[Route("practice/answers/{id:guid}")]
public sealed class PracticeAnswersController(PracticeAnswerQuery answers) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(Guid id, PracticeFilter filter, CancellationToken cancel) =>
        await answers.RunAsync(User.PersonId, id, filter, cancel) is { } page ? View(page) : NotFound();
}
