using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Handing in.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/submission")]
public sealed class SubmissionsController(SubmitAttempt submit, OwnAttempts attempts, DayClock clock) : Controller
{
    [HttpPost, Require]
    public async Task<IActionResult> Create(string slug, int number, CancellationToken cancel) =>
        await attempts.FindAsync(User.PersonId, slug, number, cancel) is not { } own ? NotFound()
        // A browser that can only read does not hand in either: the page says where the attempt goes on.
        : own.IsElsewhere(HttpContext.Device, clock.Now) ? Redirect(AttemptsController.PathOf(slug, number))
        : await submit.RunAsync(own, cancel) switch
        {
            null => NotFound(),
            SubmitOutcome.Graded or SubmitOutcome.AlreadyGraded or SubmitOutcome.WaitsForMarks => Redirect(AttemptsController.PathOf(slug, number)),
            _ => throw new UnreachableException(),
        };
}
