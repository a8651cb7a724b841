using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Courses;

/// <summary>
/// A lesson's text under an address that names its content: nothing personal, no token, no question. The service worker keeps it
/// for reading offline until the reader signs out.
/// </summary>
[Route("courses/{slug}/lessons/{lesson}/text")]
public sealed class LessonTextsController(LessonTexts texts, CourseShelf shelf) : Controller
{
    [HttpGet("{hash}"), Require]
    public async Task<IActionResult> Show(string slug, string lesson, string hash, CancellationToken cancel)
    {
        if (await shelf.FindAsync(slug, cancel) is not { } course || course.FindLesson(lesson) is not { } entry
            || !string.Equals(hash, await texts.FingerprintAsync(course, entry, cancel), StringComparison.Ordinal))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        var html = await texts.ReadAsync(course, entry.Slug, cancel);
        return View(new LessonTextPage(course, entry, course.Manifest.Lessons.Index().First(item => item.Item == entry).Index + 1, html));
    }
}
