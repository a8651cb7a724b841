using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Imports of rosters: the list, the upload, the preview and the progress.</summary>
[Route("people/imports"), Require(Capability.ManagePeople)]
public sealed class RosterImportsController(ImportsQuery imports, UploadRoster upload, DayClock clock, IStringLocalizer<ImportsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(ImportsFilter filter, CancellationToken cancel)
    {
        // A filter that makes no sense is none; the errors on this page are those of the form above the list.
        ModelState.Clear();
        var units = await imports.UnitsAsync(cancel);
        var input = new ImportInput { EffectiveDay = clock.Today, Unit = units.FirstOrDefault() ?? "" };
        return View(await imports.ListAsync(input, filter, null, cancel));
    }

    [HttpGet("/people/imports.csv")]
    public async Task<IActionResult> Export(ImportsFilter filter, CancellationToken cancel)
    {
        string[] header =
        [
            text["Head_Number"], text["Head_File"], text["Head_Unit"], text["Head_EffectiveDay"], text["Head_Rows"], text["Head_ToWrite"], text["Head_NotWritten"],
            text["Head_State"], text["Head_UploadedBy"], text["Head_UploadedAt"],
        ];
        this.StartCsv(text["Imports_File", clock.Today.Iso()]);
        await CsvTableWriter.WriteAsync(Response.Body, header, imports.AllAsync(filter).Select(IReadOnlyList<Cell> (line) =>
        [
            Cell.Of(line.Number), Cell.Of(line.FileName), Cell.Of(line.MoreUnits == 0 ? line.Unit : text["Unit_AndMore", line.Unit, line.MoreUnits + 1]), Cell.Of(line.EffectiveDay),
            Cell.Of(line.Rows), Cell.Of(line.ToWrite), Cell.Of(line.NotWritten), Cell.Of((string)text["State_" + line.State]), Cell.Of(line.UploadedBy),
            Cell.Of(clock.InZone(line.UploadedAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        ]), cancel);
        return new EmptyResult();
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
    public async Task<IActionResult> Show(string number, ImportTab? tab, string? q, string? sort, CancellationToken cancel, int page = 1)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var model = await imports.ShowAsync(import, tab, Searched(q), sort, Math.Max(page, 1), cancel);
        return View(import.State is ImportState.Reading or ImportState.Applying ? "Progress" : "Show", model);
    }

    /// <summary>One list of the preview with all its rows, in the order in which it is shown; what is not written has a file of its own, for mending.</summary>
    [HttpGet("{number}/rows.csv")]
    public async Task<IActionResult> Rows(string number, ImportTab tab, string? q, string? sort, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(tab) || await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        string[] header = [text["Head_Sheet"], text["Head_Row"], text["Column_Name"], text["Column_Unit"], text["Column_Position"], text["Column_From"], text["Column_Until"], text["Head_Change"]];
        this.StartCsv(text["Tab_File", number, text["Tab_" + tab]]);
        await CsvTableWriter.WriteAsync(Response.Body, header, (await imports.TabAsync(import.Id, tab, Searched(q), sort, cancel)).Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Sheet), row.RowNumber == 0 ? Cell.Blank : Cell.Of(row.RowNumber), Cell.Of(row.PersonName), Cell.Of(row.Unit), Cell.Of(row.Position), Cell.Of(row.From),
            Cell.Of(row.Until == Day.Open ? null : row.Until),
            Cell.Of(string.Join(text["ChangeSeparator"], row.Differences.Select(change =>
                text["Change_Line", text["Column_" + change.Column], text.Value(change.Column, change.Old), text.Value(change.Column, change.New)].Value))),
        ]), cancel);
        return new EmptyResult();
    }

    private static string? Searched(string? q) => string.IsNullOrWhiteSpace(q) ? null : q.Trim();

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
        return View("Index", await imports.ListAsync(input with { File = null }, new ImportsFilter(), refused, cancel));
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
