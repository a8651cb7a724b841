using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>
/// The courses of today that the current person answers for as an author: those that a reached unit published, and for the topmost units what
/// travels with the application. Their lists show questions that are kept for examinations.
/// </summary>
public sealed class ReachedCourses(Db db, Scope scope, CourseShelf shelf, DayClock clock)
{
    public async Task<IReadOnlyList<ShelfCourse>> RunAsync(CancellationToken cancel) => await ReachedAsync(await shelf.CoursesAsync(cancel), cancel);

    /// <summary>One of them; null for a course out of reach as for one that does not exist.</summary>
    public async Task<ShelfCourse?> FindAsync(string slug, CancellationToken cancel) =>
        await shelf.FindAsync(slug, cancel) is { } course && await ReachedAsync([course], cancel) is [var reached] ? reached : null;

    /// <summary>
    /// Versions of courses, today's and earlier ones, for whoever answers for them: with their files they tell the keys of examinations, which the authors
    /// of a county or a school sit themselves.
    /// </summary>
    public async Task<IQueryable<PublishedCourse>> VersionsAsync(CancellationToken cancel)
    {
        var (reach, isTopmost) = (scope.Organizations(Capability.ManageCourses), await IsTopmostAsync(cancel));
        return db.PublishedCourses.AsNoTracking().Where(course => (course.OwnerId == null && isTopmost) || (course.OwnerId != null && reach.Contains(course.OwnerId.Value)));
    }

    private async Task<IReadOnlyList<ShelfCourse>> ReachedAsync(IReadOnlyList<ShelfCourse> courses, CancellationToken cancel)
    {
        var owners = courses.Select(course => course.OwnerId).OfType<Guid>().Distinct().ToList();
        var reach = scope.Organizations(Capability.ManageCourses);
        var reached = await db.Organizations.Where(unit => owners.Contains(unit.Id) && reach.Contains(unit.Id)).Select(unit => unit.Id).ToHashSetAsync(cancel);
        var isTopmost = await IsTopmostAsync(cancel);
        return [.. courses.Where(course => course.OwnerId is { } owner ? reached.Contains(owner) : isTopmost)];
    }

    private Task<bool> IsTopmostAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        return scope.Organizations(Capability.ManageCourses).AnyAsync(id => !db.OrganizationPaths.Any(path =>
            path.DescendantId == id && path.Depth > 0 && path.SupersededAt == null && path.From <= today && today <= path.Until), cancel);
    }
}
