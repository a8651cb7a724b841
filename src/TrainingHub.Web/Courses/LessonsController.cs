using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Courses;

/// <summary>Reading a lesson.</summary>
[Route("courses/{slug}/lessons/{lesson}")]
public sealed class LessonsController(LessonQuery lessons) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(string slug, string lesson, CancellationToken cancel) =>
        await lessons.RunAsync(User.PersonId, slug, lesson, refused: null, cancel) is { } page ? View(page) : NotFound();
}
