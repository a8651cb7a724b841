using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>An attempt that what was given to a unit has not reached yet.</summary>
internal sealed class GroupLeft
{
    public required Guid GroupId { get; init; }
    public required Attempt Attempt { get; init; }
}

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
                from grp in db.GroupAllowances
                where groupIds.Contains(grp.Id)
                from attempt in db.Attempts
                where attempt.QuizSlug == grp.QuizSlug && attempt.PersonId != grp.GivenBy
                    && posts.Any(post => post.PersonId == attempt.PersonId && paths.Any(path => path.AncestorId == grp.OrganizationId && path.DescendantId == post.OrganizationId))
                    && !db.QuizAllowances.Any(given => given.GroupId == grp.Id && given.PersonId == attempt.PersonId)
                    && ((grp.Minutes != null && attempt.SubmittedAt == null && attempt.StartedAt <= grp.GivenAt && attempt.Deadline >= now)
                        || (grp.Minutes == null && attempt.SubmittedAt != null && attempt.SubmittedAt <= grp.GivenAt
                            && !db.Attempts.Any(other => other.PersonId == attempt.PersonId && other.QuizSlug == grp.QuizSlug && (other.Number > attempt.Number || other.Passed == true))))
                select new GroupLeft { GroupId = grp.Id, Attempt = attempt };
        }
    }
}
