using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Courseware;
using TrainingHub.Courseware.Files;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Courses.Drafts;

/// <summary>课程草稿: the list, new ones, one with its files, and its zip.</summary>
[Route("courses/drafts"), Require(Capability.ManageCourses)]
public sealed class DraftsController(DraftsQuery drafts, CreateDraft create, DraftFiles files, DayClock clock, IStringLocalizer<DraftsText> text) : Controller
{
    /// <summary>What a zip may have and what the form adds to it.</summary>
    private const int MostUpload = CourseArchive.MostBytes + 1024 * 1024;

    [HttpGet]
    public async Task<IActionResult> Index(DraftsFilter filter, CancellationToken cancel) => View(await drafts.ListAsync(filter, cancel));

    [HttpGet("/courses/drafts.csv")]
    public async Task<IActionResult> Export(DraftsFilter filter, CancellationToken cancel)
    {
        var rows = await drafts.ExportAsync(filter, cancel);
        string[] header = [text["Course"], text["Slug"], text["State"], text["Unit"], text["Changed_Who"], text["Changed"]];
        this.StartCsv($"course-drafts-{clock.Today:yyyy-MM-dd}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(row.Title), Cell.Of(row.Slug), Cell.Of(text[$"State_{row.State}"]), Cell.Of(row.Unit), Cell.Of(row.ChangedBy), Cell.Of(clock.InZone(row.ChangedAt).Written()),
        ]), cancel);
        return new EmptyResult();
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string? from, string? version, CancellationToken cancel) =>
        View(await drafts.NewAsync(
            new NewDraftInput { Kind = from is null ? "template" : "version", From = from ?? "", Version = version, Unit = await drafts.UnitsAsync(cancel) is [var first, ..] ? first : "" }, [], cancel));

    [HttpPost, RequestSizeLimit(MostUpload), RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public async Task<IActionResult> Create([FromForm] NewDraftInput input, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await drafts.FindUnitAsync(input.Unit, cancel) is not { } owner)
        {
            return await RefuseAsync(input, nameof(input.Unit), "Unit_NotFound", cancel);
        }

        switch (input.Kind)
        {
            case "template" when input.Title.Length is 0:
                return await RefuseAsync(input, nameof(input.Title), "Title_Missing", cancel);
            case "zip" when input.File is null:
                return await RefuseAsync(input, nameof(input.File), "File_Missing", cancel);
        }

        var outcome = input.Kind switch
        {
            "template" => await create.FromTemplateAsync(owner, input.Slug, input.Title, cancel),
            "version" => await create.FromVersionAsync(owner, input.From, input.Version, cancel),
            "zip" when input.File is { } file => await create.FromZipAsync(owner, await file.BytesAsync(cancel), Path.GetFileName(file.FileName), cancel),
            _ => new CreateOutcome.Refused(nameof(input.Kind), "Kind_Missing"),
        };
        return outcome switch
        {
            CreateOutcome.Created created => Redirect($"/courses/drafts/{created.DraftId}"),
            CreateOutcome.Refused refused => await RefuseAsync(input, refused.Field, refused.Key, cancel),
            CreateOutcome.Unreadable unreadable => await RefuseAsync(input, unreadable.Problems, cancel),
            _ => throw new UnreachableException(),
        };
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) =>
        await drafts.FindAsync(id, cancel) is { } draft ? View(await drafts.ShowAsync(draft, cancel)) : NotFound();

    [HttpGet("{id:guid}.zip")]
    public async Task<IActionResult> Export(Guid id, CancellationToken cancel) =>
        await drafts.FindAsync(id, cancel) is { } draft
            ? File(CourseArchive.Write(await files.OfDraftAsync(id, cancel)), "application/zip", $"{draft.Slug}.zip")
            : NotFound();

    private async Task<ViewResult> RefuseAsync(NewDraftInput input, string field, string why, CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            ModelState.AddModelError(field, text[why]);
        }

        return await RefuseAsync(input, [], cancel);
    }

    private async Task<ViewResult> RefuseAsync(NewDraftInput input, IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("New", await drafts.NewAsync(input with { File = null }, problems, cancel));
    }
}
