using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Courses;

/// <summary>What can be learnt, and how far one has come.</summary>
[Route("courses")]
public sealed class CoursesController(CoursesQuery courses, CourseQuery course) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Index(string? q, int? page, CancellationToken cancel) =>
        View(await courses.RunAsync(User.PersonId, q, page ?? 1, cancel));

    [HttpGet("{slug}"), Require]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel) =>
        await course.RunAsync(User.PersonId, slug, cancel) is { } page ? View(page) : NotFound();
}
