using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>The last look before handing in.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/review")]
public sealed class ReviewsController(PaperQuery paper, OwnAttempts attempts, DayClock clock) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(string slug, int number, CancellationToken cancel)
    {
        if (await attempts.FindAsync(User.PersonId, slug, number, cancel) is not { } own)
        {
            return NotFound();
        }

        // Handed in meanwhile, or going on in another browser: here is nothing to review.
        return !own.IsElsewhere(HttpContext.Device, clock.Now) && await paper.RunAsync(own, cancel) is { } open ? View(open) : Redirect(AttemptsController.PathOf(slug, number));
    }
}
