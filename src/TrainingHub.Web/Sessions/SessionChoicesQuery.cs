using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Quizzes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>What the form of a session offers: programmes, courses and quizzes of the unit that holds it and of those above.</summary>
public sealed class SessionChoicesQuery(Db db, CourseShelf shelf, FindSession find, LecturersQuery lecturers, DayClock clock)
{
    private const int MostQuizzes = 50;

    /// <param name="ownerId">The unit; null where it is still to be chosen: then everything is offered that any of the keeper's units may use.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<SessionChoices> RunAsync(Guid? ownerId, CancellationToken cancel)
    {
        var (today, owners) = (clock.Today, ownerId is null ? await find.OwnersAsync(cancel) : []);
        var codes = owners.ConvertAll(owner => owner.Code);
        var units = ownerId is { } id ? [id] : await db.Organizations.Where(unit => codes.Contains(unit.Code)).Select(unit => unit.Id).ToListAsync(cancel);
        var above = await db.OrganizationPaths.Where(path => units.Contains(path.DescendantId) && path.SupersededAt == null && path.From <= today && today <= path.Until)
            .Select(path => path.AncestorId).Distinct().ToListAsync(cancel);
        var rules = db.ProgrammeRules.Known();
        var programmes = await (
            from programme in db.Programmes
            where above.Contains(programme.OrganizationId)
            join rule in rules on programme.Id equals rule.ProgrammeId
            orderby programme.CreatedAt, rule.From descending
            select new { programme, rule }).AsNoTracking().ToListAsync(cancel);
        var quizzes = await db.ArrangedQuizzes.AsNoTracking().Where(quiz => above.Contains(quiz.OrganizationId) && quiz.Standing != QuizStanding.Draft && quiz.Standing != QuizStanding.Withdrawn)
            .OrderByDescending(quiz => quiz.ClosesAt).Take(MostQuizzes).Select(quiz => new { quiz.Slug, quiz.Title }).ToListAsync(cancel);
        return new SessionChoices
        {
            Owners = owners,
            Programmes =
            [
                .. programmes.GroupBy(row => row.programme.Id).Select(group => new SessionChoices.ProgrammeChoice(
                    group.Key, group.First().programme.Slug, group.First().programme.Name, group.First().programme.NameEn, group.Min(row => row.rule.CycleFrom), group.Max(row => row.rule.CycleUntil))),
            ],
            Courses = [.. (await shelf.CoursesAsync(cancel)).Where(course => course.OwnerId is not { } owner || above.Contains(owner)).Select(course => (course.Slug, course.Manifest.Title, course.Manifest.TitleEn))],
            Lecturers = await lecturers.NamesAsync(cancel),
            Quizzes = [.. quizzes.Select(quiz => (quiz.Slug, quiz.Title))],
        };
    }
}
