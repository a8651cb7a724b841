using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes;

internal sealed class AnswerMarkMap : IEntityTypeConfiguration<AnswerMark>
{
    public void Configure(EntityTypeBuilder<AnswerMark> mark)
    {
        mark.ToTable("AnswerMarks");
        mark.HasKey(m => m.Id);
        mark.Ignore(m => m.GivenLines);
        mark.Ignore(m => m.Decides);
        mark.Property(m => m.Given).HasMaxLength(100);
        mark.Property(m => m.Comment).HasMaxLength(AnswerMark.LongestComment);
        mark.HasIndex(m => new { m.AttemptId, m.Item, m.MarkedAt });
    }
}
