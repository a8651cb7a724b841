using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Programmes;

internal sealed class ProgrammeRuleMap : IEntityTypeConfiguration<ProgrammeRule>
{
    public void Configure(EntityTypeBuilder<ProgrammeRule> rule)
    {
        rule.ToTable("ProgrammeRules");
        rule.Property(r => r.CourseSlug).HasMaxLength(80);
        rule.Property(r => r.QuizSlug).HasMaxLength(80);
        rule.Property(r => r.CertificateTitle).HasMaxLength(60);
        rule.HasIndex(r => r.ProgrammeId);
        rule.HasIndex(r => r.QuizSlug);
    }
}
