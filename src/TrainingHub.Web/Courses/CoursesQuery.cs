using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.Courses;

/// <summary>The courses whose title, summary or audience holds the words searched for, in either language. They lie in memory: no statement searches.</summary>
public sealed class CoursesQuery(ProgressQuery progress)
{
    public async Task<CoursesPage> RunAsync(Guid personId, string? search, int number, CancellationToken cancel)
    {
        var wanted = NameFolding.Fold(search ?? "");
        var found = (await progress.RunAsync(personId, cancel)).Where(course => wanted.Length == 0 || TextOf(course.Course).Contains(wanted, StringComparison.Ordinal)).ToList();
        var pages = Pages.Of(number, found.Count);
        return new CoursesPage(search?.Trim() ?? "", [.. found.Skip((pages.Page - 1) * pages.Length).Take(pages.Length)], pages);
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
