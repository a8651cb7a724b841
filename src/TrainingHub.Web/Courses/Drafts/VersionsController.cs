using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Courseware.Files;
using TrainingHub.People;

namespace TrainingHub.Courses.Drafts;

/// <summary>The published versions of a course: who, when, what changed, and their files.</summary>
[Route("courses/{slug}/versions"), Require(Capability.ManageCourses)]
public sealed class VersionsController(VersionsQuery versions, DraftFiles files) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string slug, int page, CancellationToken cancel) =>
        await versions.PageAsync(slug, page, cancel) is { } found ? View(found) : NotFound();

    [HttpGet("{hash}.zip")]
    public async Task<IActionResult> Export(string slug, string hash, CancellationToken cancel) =>
        await versions.FindAsync(slug, hash, cancel) is not null
            && await files.OfVersionAsync(hash, cancel) is { Count: > 0 } kept
            ? File(CourseArchive.Write(kept), "application/zip", $"{slug}-{hash[..8]}.zip")
            : NotFound();

    [HttpGet("comparison")]
    public async Task<IActionResult> Compare(string slug, string? before, string? after, CancellationToken cancel) =>
        await versions.CompareAsync(slug, before, after, cancel) is { } page ? View(page) : NotFound();
}
