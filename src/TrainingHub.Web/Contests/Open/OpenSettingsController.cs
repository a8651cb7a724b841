using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Contests.Open;

/// <summary>How a contest ranks, and making its ranking final.</summary>
[Route("contests/open/{slug}"), Require(Capability.ManageQuizzes)]
public sealed class OpenSettingsController(FindOpen find, ChangeOpen change, FreezeRanking freeze, IStringLocalizer<OpenText> text) : Controller
{
    [HttpGet("settings")]
    public async Task<IActionResult> Edit(string slug, CancellationToken cancel) =>
        await find.ManagedAsync(slug, cancel) is { } found ? View(new OpenForm(OpenInput.Of(found.Contest), found, [])) : NotFound();

    [HttpPost("settings")]
    public async Task<IActionResult> Update(string slug, OpenInput input, CancellationToken cancel)
    {
        if (await find.ManagedAsync(slug, cancel) is not { } found)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Again(found, input, StatusCodes.Status422UnprocessableEntity);
        }

        if (input.ToTerms() is not { } terms)
        {
            ModelState.AddModelError(nameof(input.Edges), text["Bad_Edges"]);
            return Again(found, input, StatusCodes.Status422UnprocessableEntity);
        }

        return await AnswerAsync(found, input, await change.RunAsync(found.Contest.Id, input.Version, terms, cancel), cancel);
    }

    [HttpPost("freezing")]
    public async Task<IActionResult> Freeze(string slug, int version, CancellationToken cancel) =>
        await find.ManagedAsync(slug, cancel) is { } found ? await AnswerAsync(found, OpenInput.Of(found.Contest), await freeze.RunAsync(found, version, cancel), cancel) : NotFound();

    private async Task<IActionResult> AnswerAsync(FoundOpen found, OpenInput input, OpenOutcome outcome, CancellationToken cancel)
    {
        if (outcome is OpenOutcome.Done)
        {
            return Redirect($"/contests/open/{found.Contest.Slug}");
        }

        ModelState.AddModelError("", text[outcome switch
        {
            OpenOutcome.Changed => "Told_Changed",
            OpenOutcome.Final => "Told_Final",
            OpenOutcome.NotOver => "Told_NotOver",
            OpenOutcome.NotMarked => "Told_NotMarked",
            _ => throw new UnreachableException(),
        }]);
        return await find.ManagedAsync(found.Contest.Slug, cancel) is { } now ? Again(now, input with { Version = now.Contest.Version }, StatusCodes.Status409Conflict) : NotFound();
    }

    private ViewResult Again(FoundOpen found, OpenInput input, int status)
    {
        Response.StatusCode = status;
        return View("OpenSettingsEdit", new OpenForm(input, found, []));
    }
}
