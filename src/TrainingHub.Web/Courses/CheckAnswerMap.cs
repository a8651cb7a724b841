using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Courses;

internal sealed class CheckAnswerMap : IEntityTypeConfiguration<CheckAnswer>
{
    public void Configure(EntityTypeBuilder<CheckAnswer> answer)
    {
        answer.ToTable("CheckAnswers");
        answer.HasKey(a => a.Id);
        answer.Property(a => a.CourseSlug).HasMaxLength(80);
        answer.Property(a => a.LessonSlug).HasMaxLength(80);
        answer.Property(a => a.QuestionHash).HasMaxLength(64);
        answer.Property(a => a.Choice).HasMaxLength(16);
        answer.HasIndex(a => new { a.PersonId, a.CourseSlug, a.LessonSlug });
    }
}
