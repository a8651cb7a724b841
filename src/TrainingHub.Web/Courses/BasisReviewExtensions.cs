using TrainingHub.Storage;

namespace TrainingHub.Courses;

internal static class BasisReviewExtensions
{
    extension(IQueryable<BasisReview> reviews)
    {
        /// <summary>Those that nobody took back.</summary>
        public IQueryable<BasisReview> Standing(Db db) => reviews.Where(review => !db.BasisReviewWithdrawals.Any(withdrawal => withdrawal.ReviewId == review.Id));
    }
}
