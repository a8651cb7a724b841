using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using TrainingHub.Account;
using TrainingHub.Courseware.Media;
using TrainingHub.Hosting;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Speeches;

/// <summary>Speeches: entered by their speakers, read and scored by judges.</summary>
[Route("contests/speeches/{code}"), Require]
public sealed class SpeechEntriesController(Db db, FindSpeeches find, EntryPageQuery entries, EnterSpeech enter, ScoreSpeech score, CurrentPerson current, DayClock clock, IStringLocalizer<SpeechesText> text) : Controller
{
    private const int MostUpload = MediaKinds.LargestVideo + 1024 * 1024;

    [HttpGet("entry"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Edit(string code, CancellationToken cancel) => await OwnAsync(code, cancel) is { } page ? View(page) : NotFound();

    [HttpPost("entry")]
    public async Task<IActionResult> Update(string code, EntryInput input, CancellationToken cancel) =>
        await OwnAsync(code, cancel) is not { } page ? NotFound()
        : !ModelState.IsValid ? Again(page with { Input = input }, StatusCodes.Status422UnprocessableEntity)
        : await AnswerAsync(code, page, input, await enter.WriteAsync(page.Contest.Id, input, cancel), cancel);

    [HttpPost("entry/recording"), RequestSizeLimit(MostUpload), RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public async Task<IActionResult> Record(string code, IFormFile? file, bool removes, CancellationToken cancel)
    {
        if (await OwnAsync(code, cancel) is not { Entry: not null } page)
        {
            return NotFound();
        }

        // Nothing large is read for an entry that stays as it is.
        if (page.IsScored || !page.Contest.TakesEntriesOn(clock.Today))
        {
            return await AnswerAsync(code, page, page.Input, page.IsScored ? new SpeechOutcome.Scored() : new SpeechOutcome.Ended(), cancel);
        }

        if (!removes && page.Entry.Uploads >= SpeechEntry.MostUploads)
        {
            return await AnswerAsync(code, page, page.Input, new SpeechOutcome.TooMany(), cancel);
        }

        // What it is is said by its content, never by its name.
        var clean = removes || file is null || file.Length > MediaKinds.LargestVideo ? null : RecordingCleaner.Clean(await file.BytesAsync(cancel));
        if (!removes && clean is null)
        {
            ModelState.AddModelError("file", text["Bad_Recording", MediaKinds.LargestVideo / 1024 / 1024]);
            return Again(page, StatusCodes.Status422UnprocessableEntity);
        }

        return await AnswerAsync(code, page, page.Input, await enter.RecordAsync(page.Contest.Id, clean, cancel), cancel);
    }

    [HttpPost("entry/withdrawal")]
    public async Task<IActionResult> Withdraw(string code, CancellationToken cancel) =>
        await OwnAsync(code, cancel) is { Entry: not null } page ? await AnswerAsync(code, page, page.Input, await enter.WithdrawAsync(page.Contest.Id, cancel), cancel) : NotFound();

    [HttpGet("entries/{number:int}"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string code, int number, CancellationToken cancel) =>
        await entries.FindAsync(code, number, cancel) is var (found, entry) ? View(await entries.RunAsync(found, entry, null, cancel)) : NotFound();

    /// <summary>The recording, in parts as a player asks for them.</summary>
    [HttpGet("entries/{number:int}/recording")]
    public async Task<IActionResult> Recording(string code, int number, [FromServices] RecordingQuery recordings, CancellationToken cancel)
    {
        if (await recordings.FindAsync(code, number, cancel) is not var (path, hash, type))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-cache";
        return PhysicalFile(path, type, lastModified: null, new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }

    [HttpPost("entries/{number:int}/scores")]
    public async Task<IActionResult> Score(string code, int number, ScoreInput input, CancellationToken cancel)
    {
        if (await entries.FindAsync(code, number, cancel) is not var (found, entry) || !found.IsJudge || entry.WithdrawnAt is not null)
        {
            return NotFound();
        }

        if (input.Scores.Any(one => one is not (>= 0 and <= SpeechCriterion.FullScore)))
        {
            ModelState.AddModelError("Scores", text["Bad_Scores"]);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(found, entry, input, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        switch (await score.RunAsync(found.Contest.Id, entry.Id, [.. input.Scores.Select(one => one ?? 0)], input, cancel))
        {
            case SpeechOutcome.Done:
                return Redirect($"/contests/speeches/{code}/entries/{number}");
            case SpeechOutcome.NoReason:
                ModelState.AddModelError(nameof(input.Reason), text["Required_Reason"]);
                return await AgainAsync(found, entry, input, StatusCodes.Status422UnprocessableEntity, cancel);
            case SpeechOutcome.Unsound:
                ModelState.AddModelError("Scores", text["Bad_Scores"]);
                return await AgainAsync(found, entry, input, StatusCodes.Status422UnprocessableEntity, cancel);
            case SpeechOutcome.Excluded:
                ModelState.AddModelError("", text["Told_Excluded"]);
                return await AgainAsync(found, entry, input, StatusCodes.Status409Conflict, cancel);
            case SpeechOutcome.Changed:
                ModelState.AddModelError("", text["Told_Turn"]);
                return await entries.FindAsync(code, number, cancel) is var (changed, now) ? await AgainAsync(changed, now, null, StatusCodes.Status409Conflict, cancel) : NotFound();
            case SpeechOutcome.Early:
                ModelState.AddModelError("", text["Told_Early"]);
                return await AgainAsync(found, entry, input, StatusCodes.Status409Conflict, cancel);
            case SpeechOutcome.Ended:
                ModelState.AddModelError("", text["Told_Ended"]);
                return await AgainAsync(found, entry, input, StatusCodes.Status409Conflict, cancel);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> AgainAsync(FoundSpeeches found, SpeechEntry entry, ScoreInput? input, int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        return View("SpeechEntriesShow", await entries.RunAsync(found, entry, input, cancel));
    }

    /// <summary>The form of the reader's own entry; null where they can neither enter nor have entered.</summary>
    private async Task<OwnEntryPage?> OwnAsync(string code, CancellationToken cancel)
    {
        if (await find.SeenAsync(code, cancel) is not { } found)
        {
            return null;
        }

        var (personId, contestId) = (current.Id, found.Contest.Id);
        var entry = await db.SpeechEntries.AsNoTracking().SingleOrDefaultAsync(one => one.ContestId == contestId && one.PersonId == personId, cancel);
        return entry is null && !found.TakesPart
            ? null
            : new OwnEntryPage(
                found.Contest, entry, entry is null ? new EntryInput() : new EntryInput { Title = entry.Title, Text = entry.Text, Version = entry.Version },
                entry is not null && await db.SpeechSheets.AnyAsync(sheet => sheet.EntryId == entry.Id, cancel));
    }

    private async Task<IActionResult> AnswerAsync(string code, OwnEntryPage page, EntryInput input, SpeechOutcome outcome, CancellationToken cancel)
    {
        if (outcome is SpeechOutcome.Done)
        {
            return Redirect($"/contests/speeches/{code}/entry");
        }

        ModelState.AddModelError("", text[outcome switch
        {
            SpeechOutcome.Changed => "Told_EntryChanged",
            SpeechOutcome.Scored => "Told_Scored",
            SpeechOutcome.Ended => "Told_EntriesOver",
            SpeechOutcome.TooMany => "Told_TooManyUploads",
            _ => throw new UnreachableException(),
        }, SpeechEntry.MostUploads]);
        var now = await OwnAsync(code, cancel) ?? page;
        return Again(now with { Input = input with { Version = now.Entry?.Version ?? 0 } }, StatusCodes.Status409Conflict);
    }

    private ViewResult Again(OwnEntryPage page, int status)
    {
        Response.StatusCode = status;
        return View("SpeechEntriesEdit", page);
    }
}
