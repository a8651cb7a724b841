using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Whom what was given to a unit has not reached yet.</summary>
internal static class GroupRows
{
    extension(Db db)
    {
        /// <summary>
        /// The attempts for which nothing was given yet: open ones that were open then, or the last of whoever had ended one by then and has not passed.
        /// Nobody gives to themselves.
        /// </summary>
        public IQueryable<Attempt> LeftOf(GroupAllowance group, DayClock clock) => db.LeftOf([group.Id], clock).Select(left => left.Attempt);

        /// <summary>The same of several allowances, an attempt beside each of them that has not reached it.</summary>
        public IQueryable<GroupLeft> LeftOf(IReadOnlyCollection<Guid> groupIds, DayClock clock)
        {
            var (today, now) = (clock.Today, clock.Now);
            var paths = db.OrganizationPaths.Where(path => path.SupersededAt == null && path.From <= today && today <= path.Until);
            var posts = db.Memberships.On(today);
            return
                from allowance in db.GroupAllowances
                where groupIds.Contains(allowance.Id)
                from attempt in db.Attempts
                where attempt.QuizSlug == allowance.QuizSlug && attempt.PersonId != allowance.GivenBy
                    && posts.Any(post => post.PersonId == attempt.PersonId && paths.Any(path => path.AncestorId == allowance.OrganizationId && path.DescendantId == post.OrganizationId))
                    && !db.QuizAllowances.Any(given => given.GroupId == allowance.Id && given.PersonId == attempt.PersonId)
                    && ((allowance.Minutes != null && attempt.SubmittedAt == null && attempt.StartedAt <= allowance.GivenAt && attempt.Deadline >= now)
                        || (allowance.Minutes == null && attempt.SubmittedAt != null && attempt.SubmittedAt <= allowance.GivenAt
                            && !db.Attempts.Any(other => other.PersonId == attempt.PersonId && other.QuizSlug == allowance.QuizSlug && (other.Number > attempt.Number || other.Passed == true))))
                select new GroupLeft { GroupId = allowance.Id, Attempt = attempt };
        }
    }
}
