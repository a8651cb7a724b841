using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Publishing, closing, withdrawing.</summary>
[Route("quizzes/{slug}/standing")]
public sealed class StandingController(SettingsQuery settings, MoveQuiz move, IStringLocalizer<ArrangedText> text) : Controller
{
    [HttpPost, Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Update(string slug, StandingInput input, CancellationToken cancel)
    {
        if (await settings.FindAsync(slug, cancel) is not { } quiz)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !Enum.IsDefined(input.Next))
        {
            return await RefuseAsync(quiz, StatusCodes.Status422UnprocessableEntity, "Bad_Choice", cancel);
        }

        return await move.RunAsync(quiz.Id, input.Version, input.Next, input.Reason, cancel) switch
        {
            ArrangeOutcome.Done => Redirect($"/quizzes/{slug}/settings"),
            ArrangeOutcome.Changed => await RefuseAsync(quiz, StatusCodes.Status409Conflict, "Refusal_Changed", cancel),
            ArrangeOutcome.Ended => await RefuseAsync(quiz, StatusCodes.Status409Conflict, "Refusal_Ended", cancel),
            ArrangeOutcome.Short => await RefuseAsync(quiz, StatusCodes.Status422UnprocessableEntity, "Refusal_Short", cancel),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IActionResult> RefuseAsync(ArrangedQuiz quiz, int status, string key, CancellationToken cancel)
    {
        Response.StatusCode = status;
        ModelState.Clear();
        ModelState.AddModelError("", text[key]);
        return View("SettingsEdit", await settings.PageAsync(await settings.FindAsync(quiz.Slug, cancel) ?? quiz, input: null, cancel));
    }
}
