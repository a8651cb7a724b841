using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>
/// Notes that a stale question or lesson within the reviewer's reach was looked at and is still right, also under an edition that begins on a later day.
/// A second click changes nothing.
/// </summary>
public sealed class ReviewBasis(Db db, Transactions transactions, StaleQuery stale, Ids ids, DayClock clock)
{
    /// <summary>False when there is nothing to note: it is out of reach, it is not stale, or its clause was repealed.</summary>
    /// <param name="reviewerId">Who looked.</param>
    /// <param name="courseSlug">The course.</param>
    /// <param name="subject">The question's hash, or the lesson's slug.</param>
    /// <param name="under">The edition under which it is right, as <see cref="StaleRow.Under"/>; null for the first that asks.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<bool> RunAsync(Guid reviewerId, string courseSlug, string subject, string? under, CancellationToken cancel)
    {
        var rows = await stale.FindAsync(courseSlug, subject, cancel);
        if (rows.FirstOrDefault(row => row.Now is not null && (under is null || string.Equals(row.Under, under, StringComparison.Ordinal))) is not { Under: { } edition } row)
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

        await transactions.RunAsync(async cancel =>
        {
            if (!await db.BasisReviews.Standing(db).AnyAsync(review => review.CourseSlug == courseSlug && review.Subject == subject && review.Under == edition, cancel))
            {
                db.BasisReviews.Add(new BasisReview
                {
                    Id = ids.Next(),
                    CourseSlug = courseSlug,
                    Subject = subject,
                    Under = edition,
                    ReviewedAt = clock.Now,
                    ReviewedBy = reviewerId,
                });
                await db.SaveChangesAsync(cancel);
            }
        }, cancel);
        return true;
    }
}
