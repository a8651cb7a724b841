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
    public async Task<IReadOnlyList<ShelfCourse>> RunAsync(CancellationToken cancel)
    {
        var courses = await shelf.CoursesAsync(cancel);
        var owners = courses.Select(course => course.OwnerId).OfType<Guid>().Distinct().ToList();
        var reach = scope.Organizations(Capability.ManageCourses);
        var reached = await db.Organizations.Where(unit => owners.Contains(unit.Id) && reach.Contains(unit.Id)).Select(unit => unit.Id).ToHashSetAsync(cancel);
        var today = clock.Today;
        var isTopmost = await reach.AnyAsync(id => !db.OrganizationPaths.Any(path =>
            path.DescendantId == id && path.Depth > 0 && path.SupersededAt == null && path.From <= today && today <= path.Until), cancel);
        return [.. courses.Where(course => course.OwnerId is { } owner ? reached.Contains(owner) : isTopmost)];
    }
}
