using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Sessions.Papers;

/// <summary>One person answers on the keeper's device, one after the other. The page has no menu and names nobody else; when it is handed in it goes back to the keeper.</summary>
[Route("sessions/{code}/papers/{number:int}/sitting"), Require(Capability.ManageSessions), ResponseCache(NoStore = true)]
public sealed class SittingsController(FindSession find, OpenPaper open, PaperForms forms, KeepSheet keep, IStringLocalizer<PapersText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string code, int number, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is not { } session || await open.RunAsync(session, number, cancel) is not { } opened ? NotFound()
        : View(opened.Last is null && session.Standing is SessionStanding.Planned ? "SittingsShow" : "SittingsDone", await forms.RunAsync(session, opened, new SheetEntryInput(), answers: null, cancel));

    [HttpPost, RequestFormLimits(ValueCountLimit = 16_384)]
    public async Task<IActionResult> Create(string code, int number, CancellationToken cancel)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        if (await find.KeptAsync(code, cancel) is not { } session || await open.RunAsync(session, number, cancel) is not { } opened)
        {
            return NotFound();
        }

        var answers = PaperSheetsController.AnswersOf(opened, Request.Form);
        switch (await keep.RunAsync(session, opened, new SheetWish(answers, PaperMeans.Device, Version: 0, Reason: ""), cancel))
        {
            case KeepSheetOutcome.Refused refused:
                foreach (var item in refused.Numbers)
                {
                    ModelState.AddModelError($"q{item}", text["Refused", item]);
                }

                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return View("SittingsShow", await forms.RunAsync(session, opened, new SheetEntryInput(), answers, cancel, refused.Numbers));
            case KeepSheetOutcome.Changed or KeepSheetOutcome.Over or KeepSheetOutcome.Entered:
                // Handed in before, by a second click perhaps: the page says that it is done.
                Response.StatusCode = StatusCodes.Status409Conflict;
                return View("SittingsDone", await forms.RunAsync(session, opened, new SheetEntryInput(), answers: null, cancel));
            case KeepSheetOutcome.Kept:
                return Redirect($"/sessions/{session.Code}/papers/{number}/sitting");
            default:
                throw new UnreachableException();
        }
    }
}
