using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes.Arranged;

internal sealed class PreparedPaperMap : IEntityTypeConfiguration<PreparedPaper>
{
    public void Configure(EntityTypeBuilder<PreparedPaper> paper)
    {
        paper.ToTable("PreparedPapers");
        paper.HasKey(p => new { p.QuizId, p.PersonId });
        paper.Property(p => p.Paper).HasMaxLength(TermsJson.MostCharacters);
    }
}
