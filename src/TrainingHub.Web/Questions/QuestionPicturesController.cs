using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Pictures of a question in a bank, for whom the question is.</summary>
[Route("questions/{id:guid}/pictures/{file:length(64)}"), Require(Capability.ManageCourses)]
public sealed class QuestionPicturesController(Db db, Banks banks, QuestionShelf shelf, QuestionPictureQuery pictures) : Controller
{
    [HttpGet, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(Guid id, string file, CancellationToken cancel)
    {
        if (await banks.FindAsync(id, cancel) is null)
        {
            return NotFound();
        }

        var hashes = await db.BankQuestionVersions.AsNoTracking().Where(version => version.BankQuestionId == id).Select(version => version.Hash).ToListAsync(cancel);
        var shown = (await shelf.PromptsAsync(hashes, cancel)).Values.SelectMany(prompt => prompt.AllPictures).FirstOrDefault(picture => string.Equals(picture.File, file, StringComparison.Ordinal));
        return shown is not null && await pictures.RunAsync(shown.File, cancel) is { } bytes ? File(bytes, shown.Type) : NotFound();
    }

    internal static string FolderOf(Guid id) => $"/questions/{id}/pictures";
}
