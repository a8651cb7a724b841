using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;

namespace TrainingHub.Sessions;

/// <summary>Accepting or declining a call.</summary>
[Route("sessions/{code}/answer"), Require]
public sealed class CallAnswersController(FindSession find, SessionQuery one, AnswerCall answer, IStringLocalizer<SessionsText> text) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Create(string code, bool accepts, string? reason, CancellationToken cancel)
    {
        if (await find.CalledAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        var why = reason?.Trim() ?? "";
        if (!accepts && why.Length is < 2 or > Participant.LongestReason)
        {
            return await RefuseAsync(code, "reason", "Required_Decline", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await answer.RunAsync(session.Id, accepts, why, cancel) is SessionOutcome.Done
            ? Redirect($"/sessions/{session.Code}")
            : await RefuseAsync(code, "", "Refusal_Begun", StatusCodes.Status409Conflict, cancel);
    }

    private async Task<IActionResult> RefuseAsync(string code, string field, string key, int status, CancellationToken cancel)
    {
        ModelState.AddModelError(field, text[key]);
        Response.StatusCode = status;
        return await one.RunAsync(code, cancel) is { } page ? View("SessionsShow", page) : NotFound();
    }
}
