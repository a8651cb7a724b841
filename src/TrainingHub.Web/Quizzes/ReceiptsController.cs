using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Quizzes;

/// <summary>One's own answers, to be printed.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/receipt")]
public sealed class ReceiptsController(SubmitAttempt submit, ReceiptQuery receipt) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(string slug, int number, CancellationToken cancel)
    {
        await submit.FinishOverdueAsync(User.PersonId, slug, cancel);
        return await receipt.RunAsync(User.PersonId, slug, number, cancel) is { } page ? View(page) : NotFound();
    }
}
