using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>What a target would ask of whom, from the roster of today: each person once, in the post by which they would count.</summary>
public sealed class BurdenQuery(Db db, CourseShelf shelf, DayClock clock)
{
    public async Task<BurdenEstimate> RunAsync(ProgrammeTerms terms, TargetDraft draft, CancellationToken cancel)
    {
        var (courses, quizzes) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var course in await shelf.CoursesAsync(cancel))
        {
            courses[course.Slug] = course.Manifest.CreditMinutes;
            foreach (var quiz in course.Manifest.Quizzes)
            {
                quizzes[quiz.Slug] = quiz.Minutes;
            }
        }

        return new BurdenEstimate(
            Burden.MinutesEach(terms, courses, quizzes),
            terms.Further.Any(part => part.Kind is ProgrammePartKind.Assessment),
            await PostsAsync(draft, cancel));
    }

    private async Task<IReadOnlyList<(CorePosition Post, int People)>> PostsAsync(TargetDraft draft, CancellationToken cancel)
    {
        var today = clock.Today;
        var (memberships, mappings, details) = (db.Memberships.On(today), db.PositionMappings.On(today), db.OrganizationDetails.On(today));
        var (setter, positions, kinds, employments, required, excluded) = (draft.OrganizationId, draft.Positions, draft.Kinds, draft.Employments, draft.RequiredFlags, draft.ExcludedFlags);
        var posts = await (
            from path in db.OrganizationPaths
            where path.AncestorId == setter && path.SupersededAt == null && path.From <= today && today <= path.Until
            join detail in details on path.DescendantId equals detail.OrganizationId
            where (detail.Kind & kinds) != OrganizationKind.None && (detail.Flags & required) == required && (detail.Flags & excluded) == OrganizationFlags.None
            join membership in memberships on path.DescendantId equals membership.OrganizationId
            where (membership.Employment & employments) != Employment.None
            join mapping in mappings on membership.PositionId equals mapping.PositionId
            where (mapping.Core & positions) != CorePosition.None
            select new { membership.PersonId, membership.IsPrimary, membership.From, membership.FactId, mapping.Core }).AsNoTracking().ToListAsync(cancel);
        return
        [
            .. posts.GroupBy(post => post.PersonId)
                .Select(person => person.OrderByDescending(post => post.IsPrimary).ThenBy(post => post.From).ThenBy(post => post.FactId).First().Core)
                .CountBy(core => core).OrderBy(post => post.Key).Select(post => (post.Key, post.Value)),
        ];
    }
}
