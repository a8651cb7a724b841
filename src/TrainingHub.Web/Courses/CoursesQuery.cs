using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.Courses;

/// <summary>The courses whose title, summary or audience holds the words searched for, in either language. They lie in memory: no statement searches.</summary>
public sealed class CoursesQuery(ProgressQuery progress)
{
    private const int PageSize = 50;

    public async Task<CoursesPage> RunAsync(Guid personId, string? search, int number, CancellationToken cancel)
    {
        var wanted = NameFolding.Fold(search ?? "");
        var found = (await progress.RunAsync(personId, cancel)).Where(course => wanted.Length == 0 || TextOf(course.Course).Contains(wanted, StringComparison.Ordinal)).ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(number, 1, pages);
        return new CoursesPage(search?.Trim() ?? "", found.Count, page, pages, [.. found.Skip((page - 1) * PageSize).Take(PageSize)]);
    }

    private static string TextOf(ShelfCourse course)
    {
        var manifest = course.Manifest;
        var audience = AudienceOf(manifest).SelectMany(position => new[] { position.Name, position.NameEn });
        return NameFolding.Fold(string.Join('\n', [manifest.Title, manifest.TitleEn, manifest.Summary, manifest.SummaryEn, .. audience]));
    }

    /// <summary>The posts that a course is written for, in the order of the catalogue.</summary>
    internal static IEnumerable<ShippedPosition> AudienceOf(CourseManifest manifest) =>
        ShippedPositions.All.Where(position => manifest.Audience.Contains(position.Code, StringComparer.Ordinal));
}
