using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Standards;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>Published versions within reach of an author. They hold keys: see <see cref="ReachedCourses"/>.</summary>
public sealed class VersionsQuery(Db db, ReachedCourses reached)
{
    /// <summary>Files that differ which a comparison lists.</summary>
    public const int MostFiles = 200;

    // Products of lines: about a quarter of a second.
    private const long MostCells = 20_000_000;

    // A text beyond this is no lesson that anybody compares by eye.
    private const int LongestText = 512 * 1024;

    /// <summary>The version of this hash, or the newest one where none is named; null when there is none within reach.</summary>
    public async Task<CourseVersion?> FindAsync(string slug, string? hash, CancellationToken cancel) =>
        await RowsAsync((await ReachedAsync(slug, cancel)).Where(course => string.IsNullOrEmpty(hash) || course.Hash == hash), 0, 1, cancel) is [var found] ? found : null;

    /// <summary>Null for a course out of reach as for one that does not exist.</summary>
    public async Task<VersionsPage?> PageAsync(string slug, int page, CancellationToken cancel)
    {
        if (await FindAsync(slug, hash: null, cancel) is not { } newest)
        {
            return null;
        }

        var versions = await ReachedAsync(slug, cancel);
        var pages = Pages.Of(page, await versions.CountAsync(cancel));
        return new VersionsPage(newest, await RowsAsync(versions, (pages.Page - 1) * pages.Length, pages.Length, cancel), pages);
    }

    private async Task<IQueryable<PublishedCourse>> ReachedAsync(string slug, CancellationToken cancel) =>
        (await reached.VersionsAsync(cancel)).Where(course => course.Slug == slug);

    /// <summary>Newest first.</summary>
    private async Task<IReadOnlyList<CourseVersion>> RowsAsync(IQueryable<PublishedCourse> courses, int skip, int take, CancellationToken cancel)
    {
        var rows = await (
            from course in courses
            orderby course.PublishedAt descending, course.Hash
            select new
            {
                course.Hash,
                course.Slug,
                course.Manifest,
                course.PublishedAt,
                By = db.People.Where(person => person.Id == course.PublishedBy).Select(person => person.Name).FirstOrDefault(),
                Unit = db.Organizations.Where(unit => unit.Id == course.OwnerId).Select(unit => unit.Name).FirstOrDefault(),
            }).Skip(skip).Take(take).ToListAsync(cancel);
        return [.. rows.Select(row => new CourseVersion(row.Hash, row.Slug, TitleIn(row.Manifest), row.PublishedAt, row.By, row.Unit))];
    }

    /// <summary>The newest versions of all courses within reach, by slug.</summary>
    public async Task<IReadOnlyList<(string Slug, string Title)>> CoursesAsync(CancellationToken cancel)
    {
        var rows = await (await reached.VersionsAsync(cancel))
            .Where(course => !db.PublishedCourses.Any(later => later.Slug == course.Slug && later.PublishedAt > course.PublishedAt))
            .OrderBy(course => course.Slug).Select(course => new { course.Slug, course.Manifest }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.Slug, TitleIn(row.Manifest)))];
    }

    /// <summary>Two versions file by file; null when one is out of reach or there is none.</summary>
    public async Task<ComparisonPage?> CompareAsync(string slug, string? before, string? after, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(before) || string.IsNullOrEmpty(after)
            || await FindAsync(slug, before, cancel) is not { } old || await FindAsync(slug, after, cancel) is not { } recent)
        {
            return null;
        }

        var (of, to) = (await HashesAsync(old.Hash, cancel), await HashesAsync(recent.Hash, cancel));
        var paths = of.Keys.Union(to.Keys, StringComparer.Ordinal)
            .Where(path => !string.Equals(of.GetValueOrDefault(path), to.GetValueOrDefault(path), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        var shown = paths.Take(MostFiles).ToList();
        var texts = await TextsAsync([.. shown.Where(FileText.IsText).SelectMany(path => new[] { of.GetValueOrDefault(path), to.GetValueOrDefault(path) }).OfType<string>().Distinct(StringComparer.Ordinal)], cancel);
        var cells = MostCells;
        var files = new List<FileDifference>();
        foreach (var path in shown)
        {
            var (was, now) = (of.GetValueOrDefault(path), to.GetValueOrDefault(path));
            var kind = was is null ? DifferenceKind.Inserted : now is null ? DifferenceKind.Deleted : DifferenceKind.Kept;
            files.Add(FileDifference.Of(path, kind, TextOf(was), TextOf(now), ref cells));
        }

        return new ComparisonPage(old, recent, files, paths.Count - shown.Count);

        byte[]? TextOf(string? hash) => hash is null ? [] : texts.GetValueOrDefault(hash);
    }

    private Task<Dictionary<string, string>> HashesAsync(string courseHash, CancellationToken cancel) => db.CourseFiles.AsNoTracking()
        .Where(file => file.CourseHash == courseHash).ToDictionaryAsync(file => file.Path, file => file.ContentHash, StringComparer.Ordinal, cancel);

    /// <summary>By hash, without those that are too long.</summary>
    private Task<Dictionary<string, byte[]>> TextsAsync(List<string> hashes, CancellationToken cancel) => db.CourseFileContents.AsNoTracking()
        .Where(content => hashes.Contains(content.Hash) && content.Bytes.Length <= LongestText).ToDictionaryAsync(content => content.Hash, content => content.Bytes, StringComparer.Ordinal, cancel);

    private static string TitleIn(string manifest)
    {
        using var json = JsonDocument.Parse(manifest);
        return json.RootElement.GetProperty(nameof(CourseManifest.Title)).GetString() ?? "";
    }
}
