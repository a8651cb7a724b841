using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>Published versions within reach of an author: those of the own units, and what travels with the application. They hold keys.</summary>
public sealed class VersionsQuery(Db db, Scope scope, DraftFiles files)
{
    /// <summary>Newest first; empty for a course out of reach as for one that does not exist.</summary>
    public async Task<IReadOnlyList<CourseVersion>> OfAsync(string slug, CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        var rows = await (
            from course in db.PublishedCourses.AsNoTracking()
            where course.Slug == slug && (course.OwnerId == null || reached.Contains(course.OwnerId.Value))
            orderby course.PublishedAt descending, course.Hash
            select new
            {
                course.Hash,
                course.Slug,
                course.Manifest,
                course.PublishedAt,
                By = db.People.Where(person => person.Id == course.PublishedBy).Select(person => person.Name).FirstOrDefault(),
                Unit = db.Organizations.Where(unit => unit.Id == course.OwnerId).Select(unit => unit.Name).FirstOrDefault(),
            }).ToListAsync(cancel);
        return [.. rows.Select(row => new CourseVersion(row.Hash, row.Slug, TitleIn(row.Manifest), row.PublishedAt, row.By, row.Unit))];
    }

    /// <summary>The newest versions of all courses within reach, by slug.</summary>
    public async Task<IReadOnlyList<(string Slug, string Title)>> CoursesAsync(CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        var rows = await db.PublishedCourses.AsNoTracking()
            .Where(course => (course.OwnerId == null || reached.Contains(course.OwnerId.Value))
                && !db.PublishedCourses.Any(later => later.Slug == course.Slug && later.PublishedAt > course.PublishedAt))
            .OrderBy(course => course.Slug).Select(course => new { course.Slug, course.Manifest }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.Slug, TitleIn(row.Manifest)))];
    }

    /// <summary>Two versions file by file; null when one is out of reach or there is none.</summary>
    public async Task<ComparisonPage?> CompareAsync(string slug, string? before, string? after, CancellationToken cancel)
    {
        var versions = await OfAsync(slug, cancel);
        return Find(before) is { } old && Find(after) is { } recent
            ? new ComparisonPage(old, recent, FileDifference.Of(await files.OfVersionAsync(old.Hash, cancel), await files.OfVersionAsync(recent.Hash, cancel)))
            : null;

        CourseVersion? Find(string? hash) => versions.FirstOrDefault(version => string.Equals(version.Hash, hash, StringComparison.Ordinal));
    }

    private static string TitleIn(string manifest)
    {
        using var json = JsonDocument.Parse(manifest);
        return json.RootElement.GetProperty(nameof(CourseManifest.Title)).GetString() ?? "";
    }
}
