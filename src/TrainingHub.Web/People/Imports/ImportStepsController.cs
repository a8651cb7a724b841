using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;

namespace TrainingHub.People.Imports;

/// <summary>What a person does with a preview: say who is meant, let it be written, give it up; and how far the writing is.</summary>
[Route("people/imports/{number}"), Require(Capability.ManagePeople)]
public sealed class ImportStepsController(ImportsQuery imports, ConfirmImport confirm, AbandonImport abandon, JudgeRows judge, IStringLocalizer<ImportsText> text) : Controller
{
    [HttpGet("progress"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Progress(string number, CancellationToken cancel) =>
        await imports.FindAsync(number, cancel) is not { } import
            ? NotFound()
            : Json(new { state = import.State.ToString(), done = import.Done, total = import.State == ImportState.Reading ? import.Rows : import.ToWrite });

    [HttpPost("application")]
    public async Task<IActionResult> Apply(string number, [FromForm] ConfirmInput input, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        return await confirm.RunAsync(import.Id, User.PersonId, input, cancel) switch
        {
            ConfirmOutcome.Started => Redirect($"/people/imports/{number}"),
            ConfirmOutcome.Moved => await RefuseAsync(number, "", "Confirm_Moved", StatusCodes.Status409Conflict, cancel),
            ConfirmOutcome.NothingToWrite => await RefuseAsync(number, "", "Confirm_Nothing", StatusCodes.Status422UnprocessableEntity, cancel),
            ConfirmOutcome.RefusedNotChecked => await RefuseAsync(number, nameof(input.HasCheckedRefused), "Confirm_NotChecked", StatusCodes.Status422UnprocessableEntity, cancel),
            ConfirmOutcome.NumberNotTyped => await RefuseAsync(number, nameof(input.AbsentPeople), "Confirm_Number", StatusCodes.Status422UnprocessableEntity, cancel),
            _ => throw new UnreachableException(),
        };
    }

    [HttpPost("abandonment")]
    public async Task<IActionResult> Abandon(string number, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        return await abandon.RunAsync(import.Id, cancel)
            ? Redirect("/people/imports")
            : await RefuseAsync(number, "", "Confirm_Moved", StatusCodes.Status409Conflict, cancel);
    }

    /// <summary>Fields row-12=same or row-12=other; blank ones stay in doubt.</summary>
    [HttpPost("judgements")]
    public async Task<IActionResult> Judge(string number, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(cancel);
        var answers = form.Where(field => field.Key.StartsWith("row-", StringComparison.Ordinal) && field.Value.ToString() is "same" or "other")
            .Select(field => (HasNumber: int.TryParse(field.Key.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence), Sequence: sequence, IsSame: field.Value.ToString() is "same"))
            .Where(answer => answer.HasNumber).ToDictionary(answer => answer.Sequence, answer => answer.IsSame);
        if (answers.Count == 0)
        {
            return await RefuseAsync(number, "", "Judge_None", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await judge.RunAsync(import.Id, answers, cancel)
            ? Redirect($"/people/imports/{number}")
            : await RefuseAsync(number, "", "Confirm_Moved", StatusCodes.Status409Conflict, cancel);
    }

    private async Task<IActionResult> RefuseAsync(string number, string field, string why, int status, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        ModelState.Clear();
        ModelState.AddModelError(field, text[why, import.NotWritten, import.AbsentPeople]);
        Response.StatusCode = status;
        var page = await imports.ShowAsync(import, null, 1, cancel);
        return View(import.State is ImportState.Reading or ImportState.Applying ? "/People/Imports/RosterImportsProgress.cshtml" : "/People/Imports/RosterImportsShow.cshtml", page);
    }
}
