using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Courseware.Media;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Pictures of a bank's question: shown to who reads it, put there by who writes in the bank.</summary>
[Route("questions/{id:guid}/pictures"), Require(Capability.ManageCourses), LostRace]
public sealed class QuestionPicturesController(
    Db db, Banks banks, QuestionShelf shelf, QuestionPictureQuery pictures, QuestionQuery one, PutPicture put, IStringLocalizer<QuestionsText> text) : Controller
{
    internal const int MostUpload = MediaKinds.LargestPicture + 1024 * 1024;

    /// <summary>A picture of any version of the question.</summary>
    [HttpGet("{file:length(64)}")]
    public async Task<IActionResult> Show(Guid id, string file, CancellationToken cancel)
    {
        if (await banks.FindAsync(id, cancel) is null)
        {
            return NotFound();
        }

        var hashes = await db.BankQuestionVersions.Where(version => version.BankQuestionId == id).Select(version => version.Hash).ToListAsync(cancel);
        var shown = (await shelf.PromptsAsync(hashes, cancel)).Values.SelectMany(prompt => prompt.AllPictures).FirstOrDefault(picture => string.Equals(picture.File, file, StringComparison.Ordinal));
        if (shown is null || await pictures.RunAsync(shown.File, cancel) is not { } bytes)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=86400";
        return File(bytes, shown.Type);
    }

    [HttpPost, RequestSizeLimit(MostUpload), RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public async Task<IActionResult> Create(Guid id, [FromForm] QuestionPictureInput input, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } question)
        {
            return NotFound();
        }

        WriteOutcome outcome = input.Picture is null ? new WriteOutcome.Refused("Picture", "Picture_Missing")
            : !ModelState.IsValid || input.Alternative.Length is 0 ? new WriteOutcome.Refused("Alternative", "Picture_Alternative_Missing")
            : await put.RunAsync(question, await input.Picture.BytesAsync(cancel), input.Alternative, input.IsOfCase, input.IsFurther, text["Picture_Note"], input.Revision, cancel);
        return await AnswerAsync(question, outcome, cancel);
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Remove(Guid id, int revision, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } question ? await AnswerAsync(question, await put.RemoveAsync(question, text["Picture_Note_Removed"], revision, cancel), cancel) : NotFound();

    /// <summary>Address of the pictures of a question in a bank.</summary>
    internal static string FolderOf(Guid id) => $"/questions/{id}/pictures";

    private async Task<BankQuestion?> FindAsync(Guid id, CancellationToken cancel) =>
        await banks.FindAsync(id, cancel) is { } question && await banks.MayEditAsync(question.OwnerId, cancel) ? question : null;

    private async Task<IActionResult> AnswerAsync(BankQuestion question, WriteOutcome outcome, CancellationToken cancel)
    {
        if (outcome is WriteOutcome.Written)
        {
            return Redirect($"/questions/{question.Id}");
        }

        var (field, key) = outcome is WriteOutcome.Refused refused ? (refused.Field, refused.Key) : ("", outcome is WriteOutcome.Overtaken ? "Question_Overtaken" : "Question_Unreadable");
        ModelState.Clear();
        ModelState.AddModelError(field, text[key]);
        Response.StatusCode = outcome is WriteOutcome.Overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("QuestionsShow", await one.ShowAsync(await banks.FindAsync(question.Id, cancel) ?? question, null, null, cancel));
    }
}
