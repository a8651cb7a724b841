using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes.Arranged;

internal sealed class QuizChangeMap : IEntityTypeConfiguration<QuizChange>
{
    public void Configure(EntityTypeBuilder<QuizChange> change)
    {
        change.ToTable("QuizChanges");
        change.HasKey(c => c.Id);
        change.Property(c => c.Terms).HasMaxLength(TermsJson.MostCharacters);
        change.HasIndex(c => new { c.QuizId, c.Version });
    }
}
