using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses.Drafts;

/// <summary>
/// Who may write under which name. A name belongs to the unit that published it first and to those above that; what travels with the
/// application belongs to the topmost units.
/// </summary>
public sealed class CourseNames(Db db, DayClock clock)
{
    /// <summary>Addresses of pages right below /courses, and a few kept for later ones: no course has such a name.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["drafts", "stale", "pauses", "search", "new", "practice", "daily", "mistakes", "handbook", "files"];

    /// <summary>Key of the text that says why the unit may not begin a draft of this name; null when it may.</summary>
    public async Task<string?> RefusalAsync(string slug, Guid ownerId, CancellationToken cancel)
    {
        if (!Courseware.Files.CoursePaths.IsSlug(slug))
        {
            return "Slug_Invalid";
        }

        if (Reserved.Contains(slug, StringComparer.Ordinal) || !await MayPublishAsync(slug, ownerId, cancel))
        {
            return "Slug_Taken";
        }

        return await db.CourseDrafts.AnyAsync(draft => draft.Slug == slug && draft.State != DraftState.Published, cancel) ? "Slug_Drafted" : null;
    }

    /// <summary>Whether a version under this name may come from this unit.</summary>
    public async Task<bool> MayPublishAsync(string slug, Guid ownerId, CancellationToken cancel)
    {
        var newest = await db.PublishedCourses.AsNoTracking().Where(course => course.Slug == slug)
            .OrderByDescending(course => course.PublishedAt).Select(course => new { course.OwnerId }).FirstOrDefaultAsync(cancel);
        var today = clock.Today;
        var paths = db.OrganizationPaths.Where(path => path.SupersededAt == null && path.From <= today && today <= path.Until);
        return newest switch
        {
            null => true,
            { OwnerId: null } => !await paths.AnyAsync(path => path.DescendantId == ownerId && path.Depth > 0, cancel),
            { OwnerId: { } publisher } => publisher == ownerId || await paths.AnyAsync(path => path.DescendantId == publisher && path.AncestorId == ownerId, cancel),
        };
    }
}
