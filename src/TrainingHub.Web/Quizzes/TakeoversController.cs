using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Quizzes;

/// <summary>Going on with an attempt in another browser.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/takeover")]
public sealed class TakeoversController(TakeOverAttempt takeOver) : Controller
{
    [HttpPost, Require]
    public async Task<IActionResult> Create(string slug, int number, CancellationToken cancel) =>
        await takeOver.RunAsync(User.PersonId, slug, number, HttpContext.MarkDevice(), cancel) ? Redirect(AttemptsController.PathOf(slug, number)) : NotFound();
}
