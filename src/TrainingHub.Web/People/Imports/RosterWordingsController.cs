using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>What is remembered of the words in which units' rosters name posts and employment.</summary>
[Route("people/imports/words"), Require(Capability.ManagePeople), LostRace]
public sealed class RosterWordingsController(RosterWordingsQuery query, ImportsQuery imports, ImportPositions positions, RosterWordings wordings, IStringLocalizer<ImportsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string? q, CancellationToken cancel, int page = 1)
    {
        // A page that makes no sense is the first.
        ModelState.Clear();
        return View(await query.ListAsync(string.IsNullOrWhiteSpace(q) ? null : q.Trim(), page, cancel));
    }

    [HttpPost("meaning")]
    public async Task<IActionResult> Change([FromForm] WordingInput input, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !(await imports.FindUnitsAsync([input.Unit], cancel)).TryGetValue(input.Unit, out var unit))
        {
            return NotFound();
        }

        return WordMeaning.Read(input.Column, input.Meaning, await positions.ListAsync([unit], cancel)) is { } meaning
            ? await ChangeAsync(unit, input, meaning, cancel)
            : await RefuseAsync("Words_NoneChosen", StatusCodes.Status422UnprocessableEntity, cancel);
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Remove([FromForm] WordingInput input, CancellationToken cancel) =>
        ModelState.IsValid && (await imports.FindUnitsAsync([input.Unit], cancel)).TryGetValue(input.Unit, out var unit)
            ? await ChangeAsync(unit, input, meaning: null, cancel)
            : NotFound();

    private async Task<IActionResult> ChangeAsync(Guid unit, WordingInput input, WordMeaning? meaning, CancellationToken cancel) =>
        await wordings.ChangeAsync(unit, (input.Column, input.Word), input.Version, meaning, User.PersonId, cancel)
            ? Redirect("/people/imports/words")
            : await RefuseAsync("Words_Moved", StatusCodes.Status409Conflict, cancel);

    private async Task<IActionResult> RefuseAsync(string why, int status, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.AddModelError("", text[why]);
        Response.StatusCode = status;
        return View("Index", await query.ListAsync(q: null, 1, cancel));
    }
}
