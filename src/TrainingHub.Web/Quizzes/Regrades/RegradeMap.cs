using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes.Regrades;

internal sealed class RegradeMap : IEntityTypeConfiguration<Regrade>
{
    public void Configure(EntityTypeBuilder<Regrade> regrade)
    {
        regrade.ToTable("Regrades");
        regrade.HasKey(r => r.Id);
        regrade.Property(r => r.QuizSlug).HasMaxLength(80);
        regrade.Property(r => r.QuestionHash).HasMaxLength(64);
        regrade.Property(r => r.Correction).HasMaxLength(CorrectionJson.MostCharacters);
        regrade.Property(r => r.Former).HasMaxLength(CorrectionJson.MostCharacters);
        regrade.Property(r => r.Reason).HasMaxLength(AllowanceInput.LongestReason);
        regrade.Property(r => r.Version).IsConcurrencyToken();
        regrade.HasIndex(r => new { r.QuizSlug, r.Number }).IsUnique();
        // One at a time: what a preview says would not hold any more after another one.
        regrade.HasIndex(r => r.QuizSlug).IsUnique().HasFilter("\"ClosedAt\" IS NULL").HasDatabaseName("IX_Regrades_Open");
    }
}
