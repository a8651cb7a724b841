using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Quizzes;

/// <summary>All answers of the form at once, for browsers without script. Each still has its own receipt.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/answers"), Require]
public sealed class SheetsController(SaveSheet saveSheet, PaperQuery paper, OwnAttempts attempts) : Controller
{
    // A long paper has several fields for each question.
    [HttpPost, RequestFormLimits(ValueCountLimit = 16_384)]
    public async Task<IActionResult> Create(string slug, int number, string? then, CancellationToken cancel)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        var outcome = await saveSheet.RunAsync(User.PersonId, slug, number, SheetInput.From(Request.Form), HttpContext.Device, cancel);
        if (outcome is null)
        {
            return NotFound();
        }

        var own = outcome.IsSaved && !outcome.IsTakenOver ? null : await attempts.FindAsync(User.PersonId, slug, number, cancel);
        if (outcome.IsTakenOver && own is not null && await attempts.FindElsewhereAsync(own, HttpContext.Device, cancel) is { } elsewhere)
        {
            Response.StatusCode = StatusCodes.Status423Locked;
            return View("AttemptsElsewhere", elsewhere with { HasRefused = true });
        }

        var path = AttemptsController.PathOf(slug, number);
        if (outcome.IsSaved || own is null || await paper.RunAsync(own, cancel) is not { } page)
        {
            return Redirect(string.Equals(then, "review", StringComparison.Ordinal) ? $"{path}/review" : path);
        }

        Response.StatusCode = outcome.Conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("AttemptsPaper", page with
        {
            Items = [.. page.Items.Select(item => item with { Conflict = outcome.Conflicts.GetValueOrDefault(item.Number), Refused = outcome.Refused.GetValueOrDefault(item.Number) })],
        });
    }
}
