using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Programmes;

internal sealed class TargetRuleMap : IEntityTypeConfiguration<TargetRule>
{
    public void Configure(EntityTypeBuilder<TargetRule> rule)
    {
        rule.ToTable("TargetRules");
        rule.HasIndex(r => r.TargetId);
    }
}
