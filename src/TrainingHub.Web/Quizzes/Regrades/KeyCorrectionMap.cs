using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes.Regrades;

internal sealed class KeyCorrectionMap : IEntityTypeConfiguration<KeyCorrection>
{
    public void Configure(EntityTypeBuilder<KeyCorrection> correction)
    {
        correction.ToTable("KeyCorrections");
        correction.HasKey(c => c.Id);
        correction.Property(c => c.QuizSlug).HasMaxLength(80);
        correction.Property(c => c.QuestionHash).HasMaxLength(64);
        correction.Property(c => c.Correction).HasMaxLength(CorrectionJson.MostCharacters);
        correction.HasIndex(c => new { c.QuizSlug, c.QuestionHash, c.Number }).IsUnique();
    }
}
