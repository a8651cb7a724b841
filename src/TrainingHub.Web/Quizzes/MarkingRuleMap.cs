using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes;

internal sealed class MarkingRuleMap : IEntityTypeConfiguration<MarkingRule>
{
    public void Configure(EntityTypeBuilder<MarkingRule> rule)
    {
        rule.ToTable("MarkingRules");
        rule.HasKey(r => r.Id);
        rule.Property(r => r.QuizSlug).HasMaxLength(80);
        rule.HasIndex(r => new { r.QuizSlug, r.SetAt });
    }
}
