using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Questions;

namespace TrainingHub.Practice;

internal sealed class PracticeAnswerMap : IEntityTypeConfiguration<PracticeAnswer>
{
    public void Configure(EntityTypeBuilder<PracticeAnswer> answer)
    {
        answer.ToTable("PracticeAnswers");
        answer.HasKey(a => a.Id);
        answer.Property(a => a.CourseSlug).HasMaxLength(80);
        answer.Property(a => a.QuestionHash).HasMaxLength(64);
        answer.Property(a => a.Choice).HasMaxLength(16);
        answer.Property(a => a.Text).HasMaxLength(Response.MostCharacters);
        answer.HasIndex(a => new { a.PersonId, a.AnsweredAt });
    }
}
