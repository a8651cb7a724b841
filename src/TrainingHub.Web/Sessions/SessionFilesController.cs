using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>Pictures and files that prove a session, for who keeps it.</summary>
[Route("sessions/{code}/files"), Require(Capability.ManageSessions)]
public sealed class SessionFilesController(Db db, FindSession find, SessionQuery one, KeepSessionFile keep, IStringLocalizer<SessionsText> text) : Controller
{
    internal const int MostUpload = KeepSessionFile.LargestDocument + 1024 * 1024;
    private const int LongestName = 100;

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(string code, Guid id, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session
            || await db.SessionFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.SessionId == session.Id && file.RemovedAt == null, cancel) is not { } file
            || await db.CourseFileContents.AsNoTracking().Where(content => content.Hash == file.Hash).Select(content => content.Bytes).SingleOrDefaultAsync(cancel) is not { } bytes)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return file.Kind is SessionFileKind.Document ? File(bytes, file.ContentType, file.Name) : File(bytes, file.ContentType);
    }

    [HttpPost, RequestSizeLimit(MostUpload), RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public async Task<IActionResult> Create(string code, SessionFileKind kind, IFormFile? file, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        if (file is null || !Enum.IsDefined(kind))
        {
            return await RefuseAsync(code, "File_Missing", cancel);
        }

        return await keep.RunAsync(session, kind, NameOf(file), await file.BytesAsync(cancel), cancel) is { } refusal
            ? await RefuseAsync(code, refusal, cancel)
            : Redirect($"/sessions/{session.Code}#files");
    }

    [HttpPost("{id:guid}/removal")]
    public async Task<IActionResult> Remove(string code, Guid id, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is { } session && await keep.RemoveAsync(session, id, cancel) ? Redirect($"/sessions/{session.Code}#files") : NotFound();

    /// <summary>Its name without a path, no longer than is kept.</summary>
    internal static string NameOf(IFormFile file) => Path.GetFileName(file.FileName) is { Length: > LongestName } long_ ? long_[^LongestName..] : Path.GetFileName(file.FileName);

    private async Task<IActionResult> RefuseAsync(string code, string key, CancellationToken cancel)
    {
        ModelState.AddModelError("file", text[key]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await one.RunAsync(code, cancel) is { } page ? View("SessionsShow", page) : NotFound();
    }
}
