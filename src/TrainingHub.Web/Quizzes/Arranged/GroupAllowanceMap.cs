using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes.Arranged;

internal sealed class GroupAllowanceMap : IEntityTypeConfiguration<GroupAllowance>
{
    public void Configure(EntityTypeBuilder<GroupAllowance> allowance)
    {
        allowance.ToTable("GroupAllowances");
        allowance.HasKey(a => a.Id);
        allowance.Property(a => a.QuizSlug).HasMaxLength(80);
        allowance.HasIndex(a => a.QuizSlug);
    }
}
