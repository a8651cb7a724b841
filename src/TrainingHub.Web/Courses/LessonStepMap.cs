using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Courses;

internal sealed class LessonStepMap : IEntityTypeConfiguration<LessonStep>
{
    public void Configure(EntityTypeBuilder<LessonStep> step)
    {
        step.ToTable("LessonSteps");
        step.HasKey(s => s.Token);
        step.Property(s => s.Token).HasMaxLength(40);
        step.Property(s => s.CourseSlug).HasMaxLength(80);
        step.Property(s => s.CourseHash).HasMaxLength(64);
        step.Property(s => s.LessonSlug).HasMaxLength(80);
        step.Property(s => s.QuestionHash).HasMaxLength(64);
        step.Property(s => s.OptionOrder).HasMaxLength(40);
        step.Property(s => s.Choice).HasMaxLength(16);
        // Answered once, also by two requests at the same instant.
        step.Property(s => s.ClosedAt).IsConcurrencyToken();
        step.HasIndex(s => new { s.PersonId, s.CourseSlug, s.LessonSlug, s.IssuedAt });
        step.HasIndex(s => new { s.PersonId, s.CourseSlug, s.LessonSlug }).IsUnique().HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_LessonSteps_Open");
    }
}
