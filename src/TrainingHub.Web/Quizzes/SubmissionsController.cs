using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Quizzes;

/// <summary>Handing in.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/submission")]
public sealed class SubmissionsController(SubmitAttempt submit, AttemptDevices devices) : Controller
{
    [HttpPost, Require]
    public async Task<IActionResult> Create(string slug, int number, CancellationToken cancel) =>
        // A browser that can only read does not hand in either: the page says where the attempt goes on.
        await devices.FindElsewhereAsync(User.PersonId, slug, number, HttpContext.Device, cancel) is not null ? Redirect(AttemptsController.PathOf(slug, number))
        : await submit.RunAsync(User.PersonId, slug, number, cancel) switch
        {
            null => NotFound(),
            SubmitOutcome.Graded or SubmitOutcome.AlreadyGraded or SubmitOutcome.WaitsForMarks => Redirect(AttemptsController.PathOf(slug, number)),
            _ => throw new UnreachableException(),
        };
}
