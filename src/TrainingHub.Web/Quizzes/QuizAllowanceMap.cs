using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes;

internal sealed class QuizAllowanceMap : IEntityTypeConfiguration<QuizAllowance>
{
    public void Configure(EntityTypeBuilder<QuizAllowance> allowance)
    {
        allowance.ToTable("QuizAllowances");
        allowance.HasKey(a => a.Id);
        allowance.Property(a => a.QuizSlug).HasMaxLength(80);
        allowance.Property(a => a.Reason).HasMaxLength(AllowanceInput.LongestReason);
        allowance.HasIndex(a => new { a.PersonId, a.QuizSlug });
        // A form sent twice gives nobody anything twice.
        allowance.HasIndex(a => new { a.GroupId, a.PersonId }).IsUnique().HasFilter("\"GroupId\" IS NOT NULL");
    }
}
