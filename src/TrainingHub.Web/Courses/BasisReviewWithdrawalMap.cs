using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Courses;

internal sealed class BasisReviewWithdrawalMap : IEntityTypeConfiguration<BasisReviewWithdrawal>
{
    public void Configure(EntityTypeBuilder<BasisReviewWithdrawal> withdrawal)
    {
        withdrawal.ToTable("BasisReviewWithdrawals");
        withdrawal.HasKey(w => w.ReviewId);
        withdrawal.HasOne<BasisReview>().WithOne().HasForeignKey<BasisReviewWithdrawal>(w => w.ReviewId).OnDelete(DeleteBehavior.Restrict);
    }
}
