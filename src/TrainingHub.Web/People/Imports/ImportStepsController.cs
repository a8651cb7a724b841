using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>What a person does with a preview: say who and which unit is meant, let it be written, give it up.</summary>
[Route("people/imports/{number}"), Require(Capability.ManagePeople), LostRace]
public sealed class ImportStepsController(ImportsQuery imports, ConfirmImport confirm, AbandonImport abandon, JudgeRows judge, ChooseUnits choose, ChooseWords words, IStringLocalizer<ImportsText> text) : Controller
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

    /// <summary>Fields Version=of the preview that was looked at, row-12=Same, Second, Main or Other; blank ones stay in doubt, unless rest=other.</summary>
    [HttpPost("judgements")]
    public async Task<IActionResult> Judge(string number, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(cancel);
        var answers = new Dictionary<int, RowAnswer>();
        foreach (var (key, value) in form.Where(field => field.Key.StartsWith("row-", StringComparison.Ordinal)))
        {
            if (int.TryParse(key.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && Enum.TryParse<RowAnswer>(value.ToString(), ignoreCase: true, out var answer) && Enum.IsDefined(answer))
            {
                answers[sequence] = answer;
            }
        }

        var areRestOthers = string.Equals(form["rest"], "other", StringComparison.Ordinal);
        if (answers.Count == 0 && !areRestOthers)
        {
            return await RefuseAsync(number, "", "Judge_None", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await judge.RunAsync(import.Id, VersionOf(form), answers, areRestOthers, cancel)
            ? Redirect($"/people/imports/{number}")
            : await RefuseAsync(number, "", "Confirm_Moved", StatusCodes.Status409Conflict, cancel);
    }

    /// <summary>Fields Version=of the preview that was looked at, column-1 and word-1=the word in the file, meaning-1=what it means; blank ones stay open.</summary>
    [HttpPost("words")]
    public async Task<IActionResult> NameWords(string number, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var form = await Request.ReadFormAsync(cancel);
        var known = await imports.PositionsAsync(import, cancel);
        var said = new List<(RosterColumn Column, string Word, WordMeaning Meaning)>();
        foreach (var key in form.Keys.Where(key => key.StartsWith("word-", StringComparison.Ordinal)))
        {
            var (place, word) = (key[5..], form[key].ToString());
            if (word.Length is > 0 and <= RosterWording.LongestWord && Enum.TryParse<RosterColumn>(form[$"column-{place}"], out var column)
                && WordMeaning.Read(column, form[$"meaning-{place}"].ToString(), known) is { } meaning)
            {
                said.Add((column, word, meaning));
            }
        }

        if (said.Count == 0)
        {
            return await RefuseAsync(number, "words", "Words_NoneChosen", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await words.RunAsync(import.Id, VersionOf(form), User.PersonId, [.. said.DistinctBy(one => (one.Column, NameFolding.Fold(one.Word))).Take(MostNames)], cancel)
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

    // Rows are numbered anew whenever the file is compared anew: an older form speaks of other rows.
    private static long VersionOf(IFormCollection form) => long.TryParse(form["Version"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

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
