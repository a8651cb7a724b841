using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Courses;

/// <summary>Searches clauses, lessons and practice questions at once.</summary>
[Route("courses/search"), Require]
public sealed class CourseSearchController(CourseSearchQuery search) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(CourseSearchFilter filter, CancellationToken cancel) => View(await search.RunAsync(User.PersonId, filter, cancel));
}
