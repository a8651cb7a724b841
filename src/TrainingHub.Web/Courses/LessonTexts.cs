using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Rendering;
using TrainingHub.Hosting;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>The texts of lessons as they are read today: as published, but what they say of a quoted edition is how it stands now.</summary>
public sealed class LessonTexts(Db db, StandardShelf standards, DayClock clock)
{
    public async Task<string> ReadAsync(ShelfCourse course, string lessonSlug, CancellationToken cancel) => Renewed(
        await db.PublishedLessons.AsNoTracking().Where(l => l.CourseHash == course.Hash && l.Slug == lessonSlug).Select(l => l.Html).SingleAsync(cancel),
        await standards.HistoryAsync(cancel));

    /// <summary>All lessons of a course, by slug.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAllAsync(ShelfCourse course, CancellationToken cancel)
    {
        var history = await standards.HistoryAsync(cancel);
        return (await db.PublishedLessons.AsNoTracking().Where(l => l.CourseHash == course.Hash).ToListAsync(cancel))
            .ToDictionary(lesson => lesson.Slug, lesson => Renewed(lesson.Html, history), StringComparer.Ordinal);
    }

    /// <summary>Names what a text says, in the reader's language: another name once an edition that it quotes stands otherwise.</summary>
    public async Task<string> FingerprintAsync(ShelfCourse course, CourseManifest.LessonEntry lesson, CancellationToken cancel)
    {
        var history = await standards.HistoryAsync(cancel);
        return PrintedFiles.FingerprintOf(new
        {
            kind = "lesson",
            course.Hash,
            lesson.Slug,
            language = CultureInfo.CurrentUICulture.Name,
            badges = lesson.Clauses.Select(clause => BadgeOf(clause.Edition, history)),
        });
    }

    /// <summary>The same for all lessons of a course.</summary>
    public async Task<string> FingerprintAsync(ShelfCourse course, CancellationToken cancel)
    {
        var all = new List<string>();
        foreach (var lesson in course.Manifest.Lessons)
        {
            all.Add(await FingerprintAsync(course, lesson, cancel));
        }

        return PrintedFiles.FingerprintOf(all);
    }

    /// <summary>Where the text is read in the reader's language.</summary>
    public async Task<string> AddressAsync(ShelfCourse course, CourseManifest.LessonEntry lesson, CancellationToken cancel) =>
        $"/courses/{course.Slug}/lessons/{lesson.Slug}/text/{await FingerprintAsync(course, lesson, cancel)}";

    private string Renewed(string html, EditionHistory history) => ClauseBadge.Renew(html, name => BadgeOf(name, history));

    private string? BadgeOf(EditionName name, EditionHistory history) =>
        history.Find(name) is { } edition ? ClauseBadge.Of(history.StatusOn(edition, clock.Today), EditionHistory.IsAhead(edition, clock.Today)) : null;
}
