using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Courses;

internal sealed class LessonCompletionMap : IEntityTypeConfiguration<LessonCompletion>
{
    public void Configure(EntityTypeBuilder<LessonCompletion> completion)
    {
        completion.ToTable("LessonCompletions");
        completion.HasKey(c => new { c.PersonId, c.CourseSlug, c.LessonSlug });
        completion.Property(c => c.CourseSlug).HasMaxLength(80);
        completion.Property(c => c.LessonSlug).HasMaxLength(80);
        completion.Property(c => c.CourseHash).HasMaxLength(64);
    }
}
