using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Quizzes;

/// <summary>The last look before handing in.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/review")]
public sealed class ReviewsController(PaperQuery paper, PaperCards cards, AttemptDevices devices) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(string slug, int number, CancellationToken cancel)
    {
        if (await cards.FindAsync(User.PersonId, slug, number, cancel) is null)
        {
            return NotFound();
        }

        if (await devices.FindElsewhereAsync(User.PersonId, slug, number, HttpContext.Device, cancel) is not null)
        {
            return Redirect(AttemptsController.PathOf(slug, number));
        }

        // Handed in meanwhile: there is nothing left to review.
        return await paper.RunAsync(User.PersonId, slug, number, cancel) is { } open ? View(open) : Redirect(AttemptsController.PathOf(slug, number));
    }
}
