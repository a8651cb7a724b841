using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Quizzes.Arranged;

namespace TrainingHub.Quizzes;

/// <summary>A quiz before it is started.</summary>
[Route("quizzes/{slug}")]
public sealed class QuizzesController(QuizIntroQuery intro, ArrangedIntroQuery arranged) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        // Before anything is started: two quick clicks then come from one browser.
        HttpContext.MarkDevice();
        return await intro.RunAsync(User.PersonId, slug, cancel) is { } page ? View(page)
            : await arranged.RunAsync(User.PersonId, slug, cancel) is { } found ? View("Arranged/ArrangedShow", found)
            : NotFound();
    }
}
