using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Imports of rosters: the list, the upload, the preview and the progress.</summary>
[Route("people/imports"), Require(Capability.ManagePeople)]
public sealed class RosterImportsController(ImportsQuery imports, UploadRoster upload, DayClock clock, IStringLocalizer<ImportsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancel, int page = 1)
    {
        var units = await imports.UnitsAsync(cancel);
        var input = new ImportInput { EffectiveDay = clock.Today, Unit = units.FirstOrDefault() ?? "" };
        return View(await imports.ListAsync(input, Math.Max(page, 1), null, cancel));
    }

    // The whole form stays in memory: the file must not touch the disk, not even as the framework's temporary one.
    [HttpPost, RosterSizeLimit, RequestFormLimits(MemoryBufferThreshold = RosterSizeLimitAttribute.MostBytes, MultipartBodyLengthLimit = RosterSizeLimitAttribute.MostBytes)]
    public async Task<IActionResult> Create([FromForm] ImportInput input, CancellationToken cancel)
    {
        var named = ModelState.IsValid ? await FindUnitsAsync(input, cancel) : [];
        if (ModelState.IsValid)
        {
            JudgeDays(input);
        }

        if (!ModelState.IsValid)
        {
            return await RefuseAsync(input, null, cancel);
        }

        return await upload.RunAsync(User.PersonId, named, input, await BytesAsync(input.File, cancel), input.File?.FileName ?? "", cancel) switch
        {
            UploadOutcome.Staged staged => Redirect($"/people/imports/{staged.Number}"),
            UploadOutcome.Refused refused => await RefuseAsync(input, refused.Why, cancel),
            _ => throw new UnreachableException(),
        };
    }

    [HttpGet("{number}")]
    public async Task<IActionResult> Show(string number, ImportTab? tab, CancellationToken cancel, int page = 1)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var model = await imports.ShowAsync(import, tab, Math.Max(page, 1), cancel);
        return View(import.State is ImportState.Reading or ImportState.Applying ? "Progress" : "Show", model);
    }

    private async Task<IReadOnlyList<Guid>> FindUnitsAsync(ImportInput input, CancellationToken cancel)
    {
        var typed = input.AllUnits;
        if (typed.Count > ImportsQuery.MostNamed)
        {
            ModelState.AddModelError(nameof(input.MoreUnits), text["Units_TooMany", ImportsQuery.MostNamed]);
            return [];
        }

        var found = await imports.FindUnitsAsync(typed, cancel);
        if (!found.ContainsKey(typed[0]))
        {
            ModelState.AddModelError(nameof(input.Unit), text["Unit_NotFound"]);
        }

        if (typed.Skip(1).Where(unit => !found.ContainsKey(unit)).Take(10).ToList() is { Count: > 0 } unknown)
        {
            ModelState.AddModelError(nameof(input.MoreUnits), text["Units_NotFound", string.Join(text["ListSeparator"].Value, unknown)]);
        }

        return [.. typed.Where(found.ContainsKey).Select(unit => found[unit]).Distinct()];
    }

    private void JudgeDays(ImportInput input)
    {
        var today = clock.Today;
        if (input.EffectiveDay < new DateOnly(1990, 1, 1) || input.EffectiveDay > today.AddYears(1))
        {
            ModelState.AddModelError(nameof(input.EffectiveDay), text["EffectiveDay_OutOfRange"]);
        }

        if (input.PresumedStart < new DateOnly(1950, 1, 1) || input.PresumedStart > (input.EffectiveDay ?? today))
        {
            ModelState.AddModelError(nameof(input.PresumedStart), text["PresumedStart_OutOfRange"]);
        }

        if (!Enum.IsDefined(input.Mode))
        {
            ModelState.AddModelError(nameof(input.Mode), text["Mode_Missing"]);
        }
    }

    private async Task<ViewResult> RefuseAsync(ImportInput input, ReadOutcome.Refused? refused, CancellationToken cancel)
    {
        Response.StatusCode = refused?.Why == FileRefusal.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity;
        return View("Index", await imports.ListAsync(input with { File = null }, 1, refused, cancel));
    }

    private static async Task<byte[]> BytesAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null)
        {
            return [];
        }

        using var memory = new MemoryStream((int)Math.Min(file.Length, WorkbookFile.MostBytes + 1));
        await file.CopyToAsync(memory, cancel);
        return memory.ToArray();
    }
}
