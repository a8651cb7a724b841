using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Courses;

internal sealed class BasisReviewMap : IEntityTypeConfiguration<BasisReview>
{
    public void Configure(EntityTypeBuilder<BasisReview> review)
    {
        review.ToTable("BasisReviews");
        review.HasKey(r => r.Id);
        review.Property(r => r.CourseSlug).HasMaxLength(80);
        review.Property(r => r.Subject).HasMaxLength(80);
        review.Property(r => r.Under).HasMaxLength(160);
        // Not unique: what was taken back can be found right again.
        review.HasIndex(r => new { r.CourseSlug, r.Subject, r.Under });
    }
}
