using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>Notes that a stale question or lesson was looked at and is still right. A second click changes nothing.</summary>
public sealed class ReviewBasis(Db db, Transactions transactions, StaleQuery stale, Ids ids, DayClock clock)
{
    /// <summary>False when there is nothing to note: it is not stale, or its clause was repealed.</summary>
    public async Task<bool> RunAsync(Guid reviewerId, string courseSlug, string subject, CancellationToken cancel)
    {
        if (await stale.FindAsync(courseSlug, subject, cancel) is not { Now: { } now } row)
        {
            return false;
        }

        if (row.IsReviewed)
        {
            return true;
        }

        if (!row.MayBeReviewed)
        {
            return false;
        }

        var under = CurrentBank.UnderOf(now.Name);
        await transactions.RunAsync(async cancel =>
        {
            if (!await db.BasisReviews.AnyAsync(review => review.CourseSlug == courseSlug && review.Subject == subject && review.Under == under, cancel))
            {
                db.BasisReviews.Add(new BasisReview
                {
                    Id = ids.Next(),
                    CourseSlug = courseSlug,
                    Subject = subject,
                    Under = under,
                    ReviewedAt = clock.Now,
                    ReviewedBy = reviewerId,
                });
                await db.SaveChangesAsync(cancel);
            }
        }, cancel);
        return true;
    }
}
