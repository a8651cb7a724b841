using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Quizzes;

/// <summary>A quiz before it is started.</summary>
[Route("quizzes/{slug}")]
public sealed class QuizzesController(QuizIntroQuery intro) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel) =>
        await intro.RunAsync(User.PersonId, slug, cancel) is { } page ? View(page) : NotFound();
}
