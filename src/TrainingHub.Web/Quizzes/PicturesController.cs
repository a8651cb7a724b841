using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>Pictures of a paper, for whom the paper is. The name is a hash and says nothing of what is right.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/pictures/{file:length(64)}")]
public sealed class PicturesController(PaperCards cards, QuestionPictureQuery pictures) : Controller
{
    [HttpGet, Require, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string slug, int number, string file, CancellationToken cancel) =>
        await cards.FindAsync(User.PersonId, slug, number, cancel) is { } card
        && card.Items.Values.SelectMany(item => item.Prompt.AllPictures).FirstOrDefault(picture => string.Equals(picture.File, file, StringComparison.Ordinal)) is { } shown
        && await pictures.RunAsync(shown.File, cancel) is { } bytes
            ? File(bytes, shown.Type)
            : NotFound();

    internal static string FolderOf(string slug, int number) => $"{AttemptsController.PathOf(slug, number)}/pictures";
}
