using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>What targets would ask of whom, from the roster of today: each person once, in the post by which they would count.</summary>
public sealed class BurdenQuery(Db db, CourseShelf shelf, IArrangedQuizzes arranged, DayClock clock)
{
    /// <param name="terms">What the programme asks.</param>
    /// <param name="drafts">Targets of it that would be set together: who is counted by several counts once.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<BurdenEstimate> RunAsync(ProgrammeTerms terms, IReadOnlyCollection<TargetDraft> drafts, CancellationToken cancel)
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

        foreach (var (slug, minutes) in await arranged.MinutesAsync([.. terms.Parts.Where(part => part.QuizSlug.Length > 0 && part.CourseSlug.Length == 0).Select(part => part.QuizSlug)], cancel))
        {
            quizzes[slug] = minutes;
        }

        var posts = new List<Post>();
        foreach (var draft in drafts)
        {
            posts.AddRange(await PostsAsync(draft, cancel));
        }

        var programmeId = terms.Rule.ProgrammeId;
        var done = await db.TrainingRecords.Where(record => record.ProgrammeId == programmeId && !db.Revocations.Any(revocation => revocation.RecordId == record.Id))
            .Select(record => record.PersonId).Distinct().ToHashSetAsync(cancel);
        var people = posts.GroupBy(post => post.PersonId).ToList();
        return new BurdenEstimate(
            Burden.MinutesEach(terms, courses, quizzes),
            terms.Further.Any(part => part.Kind is ProgrammePartKind.Assessment),
            [
                .. people.Select(person => person.OrderByDescending(post => post.IsPrimary).ThenBy(post => post.From).ThenBy(post => post.FactId).First().Core)
                    .CountBy(core => core).OrderBy(post => post.Key).Select(post => (post.Key, post.Value)),
            ])
        {
            Done = people.Count(person => done.Contains(person.Key)),
        };
    }

    private async Task<List<Post>> PostsAsync(TargetDraft draft, CancellationToken cancel)
    {
        var today = clock.Today;
        var (memberships, mappings, details) = (db.Memberships.On(today), db.PositionMappings.On(today), db.OrganizationDetails.On(today));
        var (setter, positions, kinds, employments, required, excluded) = (draft.OrganizationId, draft.Positions, draft.Kinds, draft.Employments, draft.RequiredFlags, draft.ExcludedFlags);
        return await (
            from path in db.OrganizationPaths
            where path.AncestorId == setter && path.SupersededAt == null && path.From <= today && today <= path.Until
            join detail in details on path.DescendantId equals detail.OrganizationId
            where (detail.Kind & kinds) != OrganizationKind.None && (detail.Flags & required) == required && (detail.Flags & excluded) == OrganizationFlags.None
            join membership in memberships on path.DescendantId equals membership.OrganizationId
            where (membership.Employment & employments) != Employment.None
            join mapping in mappings on membership.PositionId equals mapping.PositionId
            where (mapping.Core & positions) != CorePosition.None
            select new Post(membership.PersonId, membership.IsPrimary, membership.From, membership.FactId, mapping.Core)).ToListAsync(cancel);
    }

    private sealed record Post(Guid PersonId, bool IsPrimary, DateOnly From, Guid FactId, CorePosition Core);
}
