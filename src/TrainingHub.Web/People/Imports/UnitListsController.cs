using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Lists of organizations: uploaded, looked at as a difference, written or given up.</summary>
[Route("people/imports/organizations"), Require(Capability.ManageOrganizations)]
public sealed class UnitListsController(UnitListsQuery lists, UploadUnitList upload, ConfirmUnitList confirm, UnitListWords words, DayClock clock, IStringLocalizer<ImportsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await lists.FormAsync(new UnitListInput { EffectiveDay = clock.Today }, null, cancel));

    [HttpPost, RequestSizeLimit(RosterSizeLimitAttribute.MostBytes), RequestFormLimits(MemoryBufferThreshold = RosterSizeLimitAttribute.MostBytes, MultipartBodyLengthLimit = RosterSizeLimitAttribute.MostBytes)]
    public async Task<IActionResult> Create([FromForm] UnitListInput input, CancellationToken cancel)
    {
        var unit = ModelState.IsValid ? await lists.FindUnitAsync(input.Unit, cancel) : null;
        if (ModelState.IsValid && unit is null)
        {
            ModelState.AddModelError(nameof(input.Unit), text["Unit_NotFound"]);
        }

        if (input.EffectiveDay is { } day && (day < new DateOnly(1990, 1, 1) || day > clock.Today.AddYears(1)))
        {
            ModelState.AddModelError(nameof(input.EffectiveDay), text["EffectiveDay_OutOfRange"]);
        }

        if (!ModelState.IsValid || unit is not { } unitId || input.EffectiveDay is not { } effective)
        {
            return await RefuseAsync(input, null, cancel);
        }

        return await upload.RunAsync(User.PersonId, unitId, effective, await BytesAsync(input.File, cancel), input.File?.FileName ?? "", cancel) switch
        {
            UploadOutcome.Staged staged => Redirect($"/people/imports/organizations/{staged.Number}"),
            UploadOutcome.Refused refused => await RefuseAsync(input, refused.Why, cancel),
            _ => throw new UnreachableException(),
        };
    }

    [HttpGet("{number}")]
    public async Task<IActionResult> Show(string number, CancellationToken cancel) => await lists.FindAsync(number, cancel) is { } page ? Answer(page) : NotFound();

    /// <summary>All rows with what becomes of each: what is refused can be mended there and imported again.</summary>
    [HttpGet("{number}/rows.csv")]
    public async Task<IActionResult> Rows(string number, CancellationToken cancel)
    {
        if (await lists.FindAsync(number, cancel) is not { } page)
        {
            return NotFound();
        }

        string[] header =
        [
            text["Tree_Column_Code"], text["Tree_Column_Name"], text["Tree_Column_Above"], text["Tree_Column_Kind"], text["Tree_Column_Stages"], text["Tree_Column_Flags"], text["Tree_Column_Area"], text["Tree_Column_From"],
            text["Tree_Verdict"], text["Head_Reason"], text["Head_Change"], text["Head_Sheet"], text["Head_Row"],
        ];
        this.StartCsv($"{number}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, page.Plans.Select(IReadOnlyList<Cell> (plan) =>
        [
            Cell.Of(plan.Row.Code), Cell.Of(plan.Row.Name), Cell.Of(plan.Row.Above), Cell.Of(words.Kind(plan.Row.Kind)), Cell.Of(words.Stages(plan.Row.Stages)), Cell.Of(words.Flags(plan.Row.Flags)), Cell.Of(plan.Row.Area), Cell.Of(plan.Row.From),
            Cell.Of(text[$"Tree_{plan.Verdict}"].Value), Cell.Of(words.Reason(plan)), Cell.Of(string.Join(text["ChangeSeparator"], plan.Differences.Select(words.Change))), Cell.Of(plan.Row.Sheet), Cell.Of(plan.Row.Number),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpPost("{number}/application")]
    public async Task<IActionResult> Apply(string number, string? mark, CancellationToken cancel)
    {
        if (await lists.FindAsync(number, cancel) is null)
        {
            return NotFound();
        }

        switch (await confirm.RunAsync(number, mark ?? "", cancel))
        {
            case ConfirmOutcome.Started:
                return Redirect($"/people/imports/organizations/{number}");
            case var outcome:
                ModelState.AddModelError("", text[outcome is ConfirmOutcome.NothingToWrite ? "Confirm_Nothing" : "Confirm_Moved"]);
                Response.StatusCode = outcome is ConfirmOutcome.NothingToWrite ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
                return await lists.FindAsync(number, cancel) is { } page ? Answer(page) : NotFound();
        }
    }

    [HttpPost("{number}/abandonment")]
    public async Task<IActionResult> Abandon(string number, CancellationToken cancel)
    {
        if (await lists.FindAsync(number, cancel) is not { } page)
        {
            return NotFound();
        }

        await confirm.AbandonAsync(page.Import.Id, cancel);
        return Redirect($"/people/imports/organizations/{number}");
    }

    private ViewResult Answer(UnitListPage page) => View(page.Import.State is ImportState.Applying ? "Progress" : nameof(Show), page);

    private async Task<ViewResult> RefuseAsync(UnitListInput input, ReadOutcome.Refused? refused, CancellationToken cancel)
    {
        Response.StatusCode = refused?.Why == FileRefusal.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity;
        return View(nameof(Index), await lists.FormAsync(input with { File = null }, refused, cancel));
    }

    private static async Task<byte[]> BytesAsync(IFormFile? file, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        if (file is not null)
        {
            await file.CopyToAsync(memory, cancel);
        }

        return memory.ToArray();
    }
}
