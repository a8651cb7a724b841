using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Quizzes;

/// <summary>All answers of the form at once, for browsers without script. Each still has its own receipt.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/answers"), Require]
public sealed class SheetsController(SaveSheet saveSheet, PaperQuery paper) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Create(string slug, int number, string? then, CancellationToken cancel)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        var conflicts = await saveSheet.RunAsync(User.PersonId, slug, number, SheetInput.From(Request.Form), cancel);
        if (conflicts is null)
        {
            return NotFound();
        }

        var path = AttemptsController.PathOf(slug, number);
        if (conflicts.Count == 0 || await paper.RunAsync(User.PersonId, slug, number, cancel) is not { } page)
        {
            return Redirect(string.Equals(then, "review", StringComparison.Ordinal) ? $"{path}/review" : path);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("AttemptsPaper", page with
        {
            Items = [.. page.Items.Select(item => item with { Conflict = conflicts.GetValueOrDefault(item.Number) })],
        });
    }
}
