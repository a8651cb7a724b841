using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Contests.Speeches;

/// <summary>Taking a judge off. One who has scored leaves on a page of its own, with a reason, since it cannot be taken back.</summary>
[Route("contests/speeches/{code}/judges/{person:guid}/removal"), Require(Capability.ManageQuizzes)]
public sealed class JudgeRemovalsController(FindSpeeches find, SpeechPageQuery pages, ChangeSpeeches change, IStringLocalizer<SpeechesText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New(string code, Guid person, CancellationToken cancel) =>
        await PageAsync(code, person, new JudgeRemovalInput(), cancel) is { Judge.LeftAt: null } page ? View(page) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(string code, Guid person, JudgeRemovalInput input, CancellationToken cancel)
    {
        if (await PageAsync(code, person, input, cancel) is not { } page)
        {
            return NotFound();
        }

        if (page.Judge.Sheets > 0 && input.Reason is null)
        {
            ModelState.AddModelError(nameof(input.Reason), text["Required_RemovalReason"]);
        }

        if (page.Judge.Sheets > 0 && input.KeepsSheets is null)
        {
            ModelState.AddModelError(nameof(input.KeepsSheets), text["Required_Keeps"]);
        }

        return ModelState.IsValid
            ? Answer(page, await change.RemoveJudgeAsync(page.Contest.Id, person, input.Reason, input.KeepsSheets, cancel))
            : Again(page, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<JudgeRemovalPage?> PageAsync(string code, Guid person, JudgeRemovalInput input, CancellationToken cancel) =>
        await find.SeenAsync(code, cancel) is { IsManaged: true } found && (await pages.JudgesAsync(found.Contest, cancel)).Find(judge => judge.PersonId == person) is { } judge
            ? new JudgeRemovalPage(found.Contest, judge, input)
            : null;

    private IActionResult Answer(JudgeRemovalPage page, SpeechOutcome outcome)
    {
        if (outcome is SpeechOutcome.Done)
        {
            return Redirect($"/contests/speeches/{page.Contest.Code}#judges");
        }

        ModelState.AddModelError("", text[outcome switch
        {
            SpeechOutcome.Ended => "Told_Ended",
            SpeechOutcome.HasLeft => "Told_JudgeLeft",
            SpeechOutcome.HasScored => "Told_JudgeScored",
            _ => throw new UnreachableException(),
        }]);
        return Again(page, StatusCodes.Status409Conflict);
    }

    private ViewResult Again(JudgeRemovalPage page, int status)
    {
        Response.StatusCode = status;
        return View("JudgeRemovalsNew", page);
    }
}
