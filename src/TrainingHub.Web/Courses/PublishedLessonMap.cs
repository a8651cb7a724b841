using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Courses;

internal sealed class PublishedLessonMap : IEntityTypeConfiguration<PublishedLesson>
{
    public void Configure(EntityTypeBuilder<PublishedLesson> lesson)
    {
        lesson.ToTable("PublishedLessons");
        lesson.HasKey(l => new { l.CourseHash, l.Slug });
        lesson.Property(l => l.CourseHash).HasMaxLength(64);
        lesson.Property(l => l.Slug).HasMaxLength(80);
        lesson.Property(l => l.Html).HasMaxLength(4_000_000);
    }
}
