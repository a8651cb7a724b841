using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Storage;

namespace TrainingHub.Courses;

/// <summary>
/// A lesson's text under an address that names its content: nothing personal, no token, no question. The service worker keeps it
/// for reading offline until the reader signs out.
/// </summary>
[Route("courses/{slug}/lessons/{lesson}/text")]
public sealed class LessonTextsController(Db db, CourseShelf shelf) : Controller
{
    [HttpGet("{hash}"), Require]
    public async Task<IActionResult> Show(string slug, string lesson, string hash, CancellationToken cancel)
    {
        if (await shelf.FindAsync(slug, cancel) is not { } course || course.FindLesson(lesson) is not { } entry
            || !string.Equals(hash, HashOf(course, entry), StringComparison.Ordinal))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        var html = await db.PublishedLessons.AsNoTracking().Where(l => l.CourseHash == course.Hash && l.Slug == entry.Slug).Select(l => l.Html).SingleAsync(cancel);
        return View(new LessonTextPage(course, entry, course.Manifest.Lessons.Index().First(item => item.Item == entry).Index + 1, html));
    }

    /// <summary>Where the text is read in the reader's language.</summary>
    public static string AddressOf(ShelfCourse course, CourseManifest.LessonEntry lesson) =>
        $"/courses/{course.Slug}/lessons/{lesson.Slug}/text/{HashOf(course, lesson)}";

    private static string HashOf(ShelfCourse course, CourseManifest.LessonEntry lesson) =>
        PrintedFiles.FingerprintOf(new { kind = "lesson", course.Hash, lesson.Slug, language = CultureInfo.CurrentUICulture.Name });
}
