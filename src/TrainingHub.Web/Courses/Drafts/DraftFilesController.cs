using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using TrainingHub.Account;
using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>The files of a draft: written beside a preview, added, renamed, deleted.</summary>
[Route("courses/drafts/{id:guid}"), Require(Capability.ManageCourses), LostRace]
public sealed class DraftFilesController(DraftsQuery drafts, EditDraft edit, DraftFiles files, CourseMediaQuery media, IStringLocalizer<DraftsText> text) : Controller
{
    private const int MostText = 8 * 1024 * 1024;
    private const int MostUpload = MediaKinds.LargestVideo + 1024 * 1024;

    [HttpGet("files/{**path}")]
    public async Task<IActionResult> Edit(Guid id, string path, bool saved, CancellationToken cancel) =>
        await drafts.FindAsync(id, cancel) is { } draft && await drafts.EditAsync(draft, path, text: null, cancel) is { } page
            ? View("DraftFilesEdit", page with { SavedAt = saved ? draft.ChangedAt : null })
            : NotFound();

    [HttpPost("files/{**path}"), RequestFormLimits(ValueLengthLimit = MostText)]
    public async Task<IActionResult> Save(Guid id, string path, [FromForm] string? body, [FromForm] string? known, CancellationToken cancel)
    {
        if (await drafts.FindAsync(id, cancel) is not { } draft)
        {
            return NotFound();
        }

        var typed = body ?? "";
        return await edit.SaveTextAsync(id, path, typed, known ?? "", cancel) switch
        {
            EditOutcome.Saved => Redirect($"/courses/drafts/{id}/files/{DraftFileRow.Escaped(path)}?saved=true"),
            EditOutcome.Overtaken { Now: null } => NotFound(),
            EditOutcome.Overtaken { Now: { } now } => await AgainAsync(draft, path, typed, FileText.Of(now), why: null, StatusCodes.Status409Conflict, cancel),
            EditOutcome.Refused refused => await AgainAsync(draft, path, typed, now: null, refused.Key, StatusCodes.Status422UnprocessableEntity, cancel),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What the text would look like, without keeping it: a part of a page for its module, the whole page for browsers without script.</summary>
    [HttpPost("preview"), RequestFormLimits(ValueLengthLimit = MostText)]
    public async Task<IActionResult> Preview(Guid id, [FromForm] string? path, [FromForm] string? body, [FromForm] string? known, CancellationToken cancel)
    {
        if (await drafts.FindAsync(id, cancel) is not { } draft || await drafts.EditAsync(draft, path ?? "", body ?? "", cancel) is not { } page)
        {
            return NotFound();
        }

        // The form keeps the stamp it came with: looking is no reason to forget that somebody else saved.
        return string.Equals(Request.Headers["X-Requested-With"], "fetch", StringComparison.Ordinal)
            ? PartialView("_Preview", page.Preview)
            : View("DraftFilesEdit", page with { Known = known ?? "" });
    }

    /// <summary>A picture or a video of the draft, for the preview. The address stays when the file is replaced: browsers ask again.</summary>
    [HttpGet("contents/{**path}")]
    public async Task<IActionResult> Show(Guid id, string path, CancellationToken cancel)
    {
        if (await drafts.FindAsync(id, cancel) is null || await media.OfDraftAsync(id, path, cancel) is not { } copy)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-cache";
        return PhysicalFile(copy.Path, MediaKinds.ContentType(copy.Kind), lastModified: null, new EntityTagHeaderValue($"\"{copy.Hash}\""), enableRangeProcessing: true);
    }

    /// <summary>A new file: words out of nothing, or whatever was uploaded.</summary>
    [HttpPost("files"), RequestSizeLimit(MostUpload), RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public async Task<IActionResult> Create(Guid id, [FromForm] string? path, IFormFile? file, [FromForm] bool replace, CancellationToken cancel)
    {
        if (await drafts.FindAsync(id, cancel) is not { } draft)
        {
            return NotFound();
        }

        var name = (path ?? "").Trim();
        var wanted = name.Length is 0 || CoursePaths.IsShared(name) ? name : $"{draft.Slug}/{name}";
        var bytes = file is null ? Encoding.UTF8.GetBytes(name.EndsWith(".md", StringComparison.Ordinal) ? "---\ntitle: \nminutes: 15\nchecks: []\n---\n\n" : "\n") : await file.BytesAsync(cancel);
        return await edit.AddAsync(id, wanted, bytes, replace, cancel) switch
        {
            EditOutcome.Saved saved => Redirect(FileText.IsText(saved.Path) ? $"/courses/drafts/{id}/files/{DraftFileRow.Escaped(saved.Path)}" : $"/courses/drafts/{id}#files"),
            EditOutcome.Refused refused => await RefuseAsync(draft, "path", refused.Key, cancel),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A picture, and the block that shows it at the end of a lesson.</summary>
    [HttpPost("pictures"), RequestSizeLimit(MostUpload), RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public async Task<IActionResult> Add(Guid id, [FromForm] PictureInput input, CancellationToken cancel)
    {
        if (await drafts.FindAsync(id, cancel) is not { } draft)
        {
            return NotFound();
        }

        if (input.Alternative.Length is 0 || input.Picture is null)
        {
            return await RefuseAsync(draft, input.Picture is null ? nameof(input.Picture) : nameof(input.Alternative), input.Picture is null ? "File_Missing" : "Alternative_Missing", cancel);
        }

        if (await files.FindAsync(id, input.Lesson, cancel) is not { } lesson || FileText.Of(lesson) is not { } words || !input.Lesson.EndsWith(".md", StringComparison.Ordinal))
        {
            return await RefuseAsync(draft, nameof(input.Lesson), "Lesson_Missing", cancel);
        }

        var bytes = await input.Picture.BytesAsync(cancel);
        if (bytes.Length > MediaKinds.LargestPicture)
        {
            return await RefuseAsync(draft, nameof(input.Picture), "Media_TooLarge_Jpeg", cancel);
        }

        if (MediaCleaner.Clean(bytes) is not { Kind: MediaKind.Jpeg or MediaKind.Png } clean)
        {
            return await RefuseAsync(draft, nameof(input.Picture), "Media_Refused", cancel);
        }

        var name = input.NameFor(clean.Kind, CourseFileContent.HashOf(clean.Bytes));
        if (await edit.AddAsync(id, $"{draft.Slug}/{CoursePaths.Pictures}/{name}", clean.Bytes, replace: true, cancel) is EditOutcome.Refused why)
        {
            return await RefuseAsync(draft, nameof(input.Picture), why.Key, cancel);
        }

        var longer = $"{words.TrimEnd()}\n\n{input.BlockFor(name)}\n";
        return await edit.SaveTextAsync(id, input.Lesson, longer, CourseFileContent.HashOf(lesson), cancel) is EditOutcome.Saved
            ? Redirect($"/courses/drafts/{id}/files/{DraftFileRow.Escaped(input.Lesson)}?saved=true")
            : StatusCode(StatusCodes.Status409Conflict);
    }

    [HttpPost("renamings")]
    public async Task<IActionResult> Rename(Guid id, [FromForm] string? path, [FromForm] string? to, CancellationToken cancel) =>
        await ChangeAsync(id, "to", draft => edit.RenameAsync(id, path ?? "", Placed(draft, to), cancel), cancel);

    [HttpPost("removals")]
    public async Task<IActionResult> Remove(Guid id, [FromForm] string? path, CancellationToken cancel) =>
        await ChangeAsync(id, "", _ => edit.RemoveAsync(id, path ?? "", cancel), cancel);

    private static string Placed(CourseDraft draft, string? name) =>
        (name ?? "").Trim() is var plain && CoursePaths.IsShared(plain) ? plain : $"{draft.Slug}/{plain}";

    private async Task<IActionResult> ChangeAsync(Guid id, string field, Func<CourseDraft, Task<EditOutcome>> change, CancellationToken cancel) =>
        await drafts.FindAsync(id, cancel) is not { } draft
            ? NotFound()
            : await change(draft) switch
            {
                EditOutcome.Saved => Redirect($"/courses/drafts/{id}#files"),
                EditOutcome.Refused refused => await RefuseAsync(draft, field, refused.Key, cancel),
                _ => throw new UnreachableException(),
            };

    private async Task<IActionResult> RefuseAsync(CourseDraft draft, string field, string why, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.AddModelError(field, text[why]);
        Response.StatusCode = why is "Draft_Closed" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("DraftsShow", await drafts.ShowAsync(draft, cancel));
    }

    private async Task<IActionResult> AgainAsync(CourseDraft draft, string path, string typed, string? now, string? why, int status, CancellationToken cancel)
    {
        if (await drafts.EditAsync(draft, path, typed, cancel) is not { } page)
        {
            return NotFound();
        }

        if (why is not null)
        {
            ModelState.Clear();
            ModelState.AddModelError("body", text[why]);
        }

        Response.StatusCode = status;
        return View("DraftFilesEdit", page with { Overtaken = now is null ? null : LineDifference.Of(now, typed) });
    }
}
