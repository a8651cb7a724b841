using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

public sealed class CourseQuery(Db db, ProgressQuery progress, DayClock clock)
{
    /// <summary>The page; null when there is no such course.</summary>
    public async Task<CoursePage?> RunAsync(Guid personId, string slug, CancellationToken cancel)
    {
        if (await progress.FindAsync(personId, slug, cancel) is not { } course)
        {
            return null;
        }

        var today = clock.Today;
        var rules = db.ProgrammeRules.On(today);
        var programmes = await (
            from rule in rules.AsNoTracking()
            where (rule.CourseSlug == slug || db.ProgrammeParts.Any(part => part.RuleId == rule.Id && part.CourseSlug == slug)) && rule.CycleFrom <= today && today <= rule.CycleUntil
            join programme in db.Programmes on rule.ProgrammeId equals programme.Id
            orderby rule.CycleUntil, programme.Slug
            select new CoursePage.CompletedProgramme(programme.Name, programme.NameEn, rule.CycleFrom, rule.CycleUntil)).ToListAsync(cancel);
        var audience = CoursesQuery.AudienceOf(course.Course.Manifest).Select(position => CourseWords.InLanguage(position.Name, position.NameEn));
        return new CoursePage(course, [.. audience], programmes);
    }
}
