using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Questions;

namespace TrainingHub.Practice;

/// <summary>Pictures of a question that the person may practise now.</summary>
[Route("practice/pictures/{course}/{question}/{file:length(64)}")]
public sealed class PracticePicturesController(PersonalBank bank, QuestionPictureQuery pictures) : Controller
{
    [HttpGet, Require, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string course, string question, string file, CancellationToken cancel) =>
        await bank.FindAsync(User.PersonId, course, question, cancel) is { } one
        && one.Question.Prompt.AllPictures.FirstOrDefault(picture => string.Equals(picture.File, file, StringComparison.Ordinal)) is { } shown
        && await pictures.RunAsync(shown.File, cancel) is { } bytes
            ? File(bytes, shown.Type)
            : NotFound();
}
