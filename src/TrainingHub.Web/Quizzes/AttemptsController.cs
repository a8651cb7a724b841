using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>One sitting: the paper while it is open, the result afterwards.</summary>
[Route("quizzes/{slug}/attempts"), Require]
public sealed class AttemptsController(
    StartAttempt start, StartArranged startArranged, OwnAttempts attempts, PaperQuery paper, ResultQuery result, ReceiptQuery receipt, QuizIntroQuery intro, ArrangedIntroQuery arrangedIntro,
    ArrangedResult arranged, DayClock clock) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Create(string slug, CancellationToken cancel)
    {
        var device = HttpContext.MarkDevice();
        return (await start.RunAsync(User.PersonId, slug, device, cancel) ?? await startArranged.RunAsync(User.PersonId, slug, device, cancel)) switch
        {
            null => NotFound(),
            StartOutcome.Started(var number) => Redirect(PathOf(slug, number)),
            StartOutcome.AlreadyOpen(var number) => Redirect(PathOf(slug, number)),
            StartOutcome.Refused => await RefuseAsync(slug, cancel),
            _ => throw new UnreachableException(),
        };
    }

    [HttpGet("{number:int}")]
    public async Task<IActionResult> Show(string slug, int number, CancellationToken cancel)
    {
        if (await attempts.FindAsync(User.PersonId, slug, number, cancel) is not { } own)
        {
            return NotFound();
        }

        if (await attempts.FindElsewhereAsync(own, HttpContext.MarkDevice(), cancel) is { } elsewhere)
        {
            return View("AttemptsElsewhere", elsewhere);
        }

        if (await paper.RunAsync(own, cancel) is { } open)
        {
            return View("AttemptsPaper", open);
        }

        if (await result.RunAsync(own, cancel) is { } graded)
        {
            return await arranged.RunAsync(User.PersonId, graded, cancel) is not { } held ? View("AttemptsResult", graded)
                : held.Page is { } told ? View("AttemptsResult", told)
                : View("Arranged/ArrangedResult", held);
        }

        // Handed in, and written answers are still being marked.
        return await receipt.RunAsync(User.PersonId, slug, number, cancel) is { } waiting ? View("AttemptsWaiting", waiting) : NotFound();
    }

    /// <summary>How much time is left, for a page that has been asleep.</summary>
    [HttpGet("{number:int}/clock"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Clock(string slug, int number, CancellationToken cancel) =>
        await attempts.FindAsync(User.PersonId, slug, number, cancel) switch
        {
            null => NotFound(),
            { Attempt: { SubmittedAt: null } open } => Json(new { isOpen = true, secondsLeft = QuizWords.SecondsLeft(open.Deadline, clock.Now) }),
            _ => Json(new { isOpen = false, secondsLeft = 0d }),
        };

    internal static string PathOf(string slug, int number) => $"/quizzes/{slug}/attempts/{number}";

    private async Task<IActionResult> RefuseAsync(string slug, CancellationToken cancel)
    {
        // The page of the quiz says why; it may have been another tab that changed it.
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await intro.RunAsync(User.PersonId, slug, cancel) is { } page ? View("QuizzesShow", page)
            : await arrangedIntro.RunAsync(User.PersonId, slug, cancel) is { } found ? View("Arranged/ArrangedShow", found)
            : NotFound();
    }
}
