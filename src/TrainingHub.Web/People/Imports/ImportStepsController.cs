using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;

namespace TrainingHub.People.Imports;

/// <summary>What a person does with a preview: say who and which unit is meant, let it be written, give it up.</summary>
[Route("people/imports/{number}"), Require(Capability.ManagePeople)]
public sealed class ImportStepsController(ImportsQuery imports, ConfirmImport confirm, AbandonImport abandon, JudgeRows judge, ChooseUnits choose, IStringLocalizer<ImportsText> text) : Controller
{
    private const int MostNames = 200;

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

    /// <summary>Fields name-1=the name in the file, unit-1=the code of the unit it means; and forget=a name of which that no longer holds.</summary>
    [HttpPost("unit-names")]
    public async Task<IActionResult> NameUnits(string number, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(cancel);
        var codes = await imports.UnitCodesAsync(import, cancel);
        var chosen = form.Keys.Where(key => key.StartsWith("unit-", StringComparison.Ordinal))
            .Select(key => (Written: form[$"name-{key[5..]}"].ToString(), Code: form[key].ToString()))
            .Where(choice => choice.Written.Length is > 0 and <= 200 && codes.ContainsKey(choice.Code))
            .Select(choice => new UnitMeaning(choice.Written, codes[choice.Code])).DistinctBy(meaning => meaning.Written, StringComparer.Ordinal).Take(MostNames).ToList();
        var forgotten = form["forget"].OfType<string>().Where(name => name.Length > 0).ToList();
        if (chosen.Count + forgotten.Count == 0)
        {
            return await RefuseAsync(number, "unit-names", "Units_NoneChosen", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await choose.RunAsync(import.Id, chosen, forgotten, cancel)
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
        var page = await imports.ShowAsync(import, null, q: null, sort: null, 1, cancel);
        return View(import.State is ImportState.Reading or ImportState.Applying ? "/People/Imports/RosterImportsProgress.cshtml" : "/People/Imports/RosterImportsShow.cshtml", page);
    }
}
