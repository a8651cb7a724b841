using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>Takes back that a stale question or lesson is still right. The review stays on record; the subject has to be looked at again.</summary>
public sealed class WithdrawReview(Db db, Transactions transactions, StaleQuery stale, DayClock clock)
{
    /// <summary>False when no such review is within reach. A second click changes nothing.</summary>
    public async Task<bool> RunAsync(Guid personId, string courseSlug, string subject, string under, CancellationToken cancel)
    {
        var rows = await stale.FindAsync(courseSlug, subject, cancel);
        if (!rows.Any(row => string.Equals(row.Under, under, StringComparison.Ordinal)))
        {
            return false;
        }

        return await transactions.RunAsync(async cancel =>
        {
            var reviews = db.BasisReviews.Where(review => review.CourseSlug == courseSlug && review.Subject == subject && review.Under == under);
            if (!await reviews.AnyAsync(cancel))
            {
                return false;
            }

            foreach (var id in await reviews.Standing(db).Select(review => review.Id).ToListAsync(cancel))
            {
                db.BasisReviewWithdrawals.Add(new BasisReviewWithdrawal { ReviewId = id, WithdrawnAt = clock.Now, WithdrawnBy = personId });
            }

            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
    }
}
