using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Who takes part in what: a post today in the arranging unit or below it, of the positions named.</summary>
internal static class ArrangedRows
{
    extension(Db db)
    {
        /// <summary>Everybody who takes part today.</summary>
        public IQueryable<Guid> AudienceOf(ArrangedQuiz quiz, DateOnly today) => db.AudiencePostsOf(quiz, today).Select(membership => membership.PersonId).Distinct();

        /// <summary>The posts by which they take part.</summary>
        public IQueryable<Membership> AudiencePostsOf(ArrangedQuiz quiz, DateOnly today)
        {
            var (organizationId, positions, mappings) = (quiz.OrganizationId, quiz.Positions, db.PositionMappings.On(today));
            return
                from membership in db.Memberships.On(today)
                where positions == CorePosition.None || mappings.Any(mapping => mapping.PositionId == membership.PositionId && (mapping.Core & positions) != CorePosition.None)
                join path in db.OrganizationPaths on membership.OrganizationId equals path.DescendantId
                where path.AncestorId == organizationId && path.SupersededAt == null && path.From <= today && today <= path.Until
                select membership;
        }

        /// <summary>The arranged quizzes in which a person takes part today, whatever their standing.</summary>
        public IQueryable<ArrangedQuiz> QuizzesFor(Guid personId, DateOnly today)
        {
            var mappings = db.PositionMappings.On(today);
            var posts =
                from membership in db.Memberships.On(today)
                where membership.PersonId == personId
                join path in db.OrganizationPaths on membership.OrganizationId equals path.DescendantId
                where path.SupersededAt == null && path.From <= today && today <= path.Until
                join mapping in mappings on membership.PositionId equals mapping.PositionId
                select new { path.AncestorId, mapping.Core };
            return db.ArrangedQuizzes.Where(quiz => posts.Any(post =>
                post.AncestorId == quiz.OrganizationId && (quiz.Positions == CorePosition.None || (post.Core & quiz.Positions) != CorePosition.None)));
        }

        /// <summary>Whole minutes that group allowances add to the window of this person.</summary>
        public async Task<int> WindowMinutesAsync(Guid personId, string slug, DateOnly today, CancellationToken cancel)
        {
            var above =
                from membership in db.Memberships.On(today)
                where membership.PersonId == personId
                join path in db.OrganizationPaths on membership.OrganizationId equals path.DescendantId
                where path.SupersededAt == null && path.From <= today && today <= path.Until
                select path.AncestorId;
            return await db.GroupAllowances.Where(group => group.QuizSlug == slug && group.Minutes != null && above.Contains(group.OrganizationId)).SumAsync(group => group.Minutes, cancel) ?? 0;
        }
    }
}
