using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// Answers of an attempt, one at a time, each with its receipt. What is asked for most of all: it needs nothing that opens the database.
/// </summary>
[Route("quizzes/{slug}/attempts/{number:int}/answers"), Require]
public sealed class AnswersController(SaveAnswer save, DayClock clock) : Controller
{
    [HttpPut("{item:int}"), Consumes("application/json"), ResponseCache(NoStore = true)]
    public Task<IActionResult> Update(string slug, int number, int item, [FromBody] AnswerInput? input, CancellationToken cancel) =>
        SaveAsync(slug, number, item, input, cancel);

    [HttpPost("{item:int}"), ResponseCache(NoStore = true)]
    public Task<IActionResult> Replace(string slug, int number, int item, [FromForm] AnswerInput? input, CancellationToken cancel) =>
        SaveAsync(slug, number, item, input, cancel);

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
