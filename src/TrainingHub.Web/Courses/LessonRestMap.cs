using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Courses;

internal sealed class LessonRestMap : IEntityTypeConfiguration<LessonRest>
{
    public void Configure(EntityTypeBuilder<LessonRest> rest)
    {
        rest.ToTable("LessonRests");
        rest.HasKey(r => new { r.PersonId, r.CourseSlug, r.LessonSlug, r.Number });
        rest.Property(r => r.CourseSlug).HasMaxLength(80);
        rest.Property(r => r.LessonSlug).HasMaxLength(80);
    }
}
