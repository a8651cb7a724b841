using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Quizzes;

/// <summary>Leaving the page of a paper: recorded and told to the person, with no consequence.</summary>
[Route("quizzes/{slug}/attempts/{number:int}/absences")]
public sealed class AbsencesController(NoteAbsence note) : Controller
{
    [HttpPost, Require, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Create(string slug, int number, CancellationToken cancel) =>
        await note.RunAsync(User.PersonId, slug, number, cancel) is { } count ? Json(new { count }) : NotFound();
}
