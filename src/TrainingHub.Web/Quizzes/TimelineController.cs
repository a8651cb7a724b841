using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Quizzes;

/// <summary>What happened during an attempt, for an examiner.</summary>
[Route("quizzes/{slug}/attempts/{id:guid}/timeline")]
public sealed class TimelineController(TimelineQuery timeline, GradeOverdueAttempts overdue) : Controller
{
    [HttpGet, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Show(string slug, Guid id, CancellationToken cancel)
    {
        // What has run out is not shown as going on.
        await overdue.RunAsync(cancel);
        return await timeline.RunAsync(slug, id, cancel) is { } page ? View(page) : NotFound();
    }
}
