using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Answers of an attempt: with script one at a time, without all of the form at once. Each has its own receipt.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/answers"), Require]
public sealed class AnswersController(SaveAnswer save, SaveSheet saveSheet, PaperQuery paper, DayClock clock) : Controller
{
    [HttpPut("{item:int}"), Consumes("application/json"), ResponseCache(NoStore = true)]
    public Task<IActionResult> Update(string slug, int number, int item, [FromBody] AnswerInput? input, CancellationToken cancel) =>
        SaveAsync(slug, number, item, input, cancel);

    [HttpPost("{item:int}"), ResponseCache(NoStore = true)]
    public Task<IActionResult> Replace(string slug, int number, int item, [FromForm] AnswerInput? input, CancellationToken cancel) =>
        SaveAsync(slug, number, item, input, cancel);

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

        var path = AttemptsController.PathOf(slug, number);
        if (outcome.IsSaved || await paper.RunAsync(User.PersonId, slug, number, cancel) is not { } page)
        {
            return Redirect(string.Equals(then, "review", StringComparison.Ordinal) ? $"{path}/review" : path);
        }

        Response.StatusCode = outcome.Conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("AttemptsPaper", page with
        {
            Items = [.. page.Items.Select(item => item with { Conflict = outcome.Conflicts.GetValueOrDefault(item.Number), Refused = outcome.Refused.GetValueOrDefault(item.Number) })],
        });
    }

    private async Task<IActionResult> SaveAsync(string slug, int number, int item, AnswerInput? input, CancellationToken cancel)
    {
        if (input is null || !ModelState.IsValid)
        {
            return UnprocessableEntity(new { item });
        }

        return await save.RunAsync(User.PersonId, slug, number, item, input.Version, input.Choice, HttpContext.Device, cancel) switch
        {
            null => UnprocessableEntity(new { item }),
            SaveOutcome.Saved(var receipt) => Json(Written(receipt)),
            SaveOutcome.Outdated(var newest) => Conflict(Written(newest)),
            SaveOutcome.TakenOver => new JsonResult(new { item, takenOver = true }) { StatusCode = StatusCodes.Status423Locked },
            SaveOutcome.NotFound => NotFound(),
            _ => throw new UnreachableException(),
        };
    }

    private object Written(AnswerReceipt receipt) => new
    {
        receipt.Item,
        receipt.Version,
        receipt.Choice,
        SavedAt = clock.InZone(receipt.SavedAt).Clock(),
        Late = receipt.IsLate,
        receipt.IsOpen,
        SecondsLeft = QuizWords.SecondsLeft(receipt.Deadline, clock.Now),
    };
}
