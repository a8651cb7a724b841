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
        public IQueryable<Attempt> LeftOf(GroupAllowance group, DayClock clock)
        {
            var (today, now, slug, giver, at) = (clock.Today, clock.Now, group.QuizSlug, group.GivenBy, group.GivenAt);
            var units = db.OrganizationPaths.Where(path => path.AncestorId == group.OrganizationId && path.SupersededAt == null && path.From <= today && today <= path.Until).Select(path => path.DescendantId);
            var people = db.Memberships.On(today).Where(membership => units.Contains(membership.OrganizationId)).Select(membership => membership.PersonId);
            var attempts = db.Attempts.Where(attempt => attempt.QuizSlug == slug && attempt.PersonId != giver && people.Contains(attempt.PersonId)
                && !db.QuizAllowances.Any(given => given.GroupId == group.Id && given.PersonId == attempt.PersonId));
            return group.Minutes is null
                ? attempts.Where(attempt => attempt.SubmittedAt != null && attempt.SubmittedAt <= at
                    && !db.Attempts.Any(other => other.PersonId == attempt.PersonId && other.QuizSlug == slug && (other.Number > attempt.Number || other.Passed == true)))
                : attempts.Where(attempt => attempt.SubmittedAt == null && attempt.StartedAt <= at && attempt.Deadline >= now);
        }
    }
}
