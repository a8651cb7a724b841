using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Courses;

internal sealed class PublishedCourseMap : IEntityTypeConfiguration<PublishedCourse>
{
    public void Configure(EntityTypeBuilder<PublishedCourse> course)
    {
        course.ToTable("PublishedCourses");
        course.HasKey(c => c.Hash);
        course.Property(c => c.Hash).HasMaxLength(64);
        course.Property(c => c.Slug).HasMaxLength(80);
        course.Property(c => c.Manifest).HasMaxLength(1_000_000);
        course.HasOne<Organization>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        course.HasIndex(c => new { c.Slug, c.PublishedAt });
    }
}
