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

    [HttpPost]
    public async Task<IActionResult> Create(string slug, int number, string? then, CancellationToken cancel)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        var conflicts = await saveSheet.RunAsync(User.PersonId, slug, number, SheetInput.From(Request.Form), HttpContext.Device, cancel);
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
