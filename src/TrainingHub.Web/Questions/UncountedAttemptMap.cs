using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class UncountedAttemptMap : IEntityTypeConfiguration<UncountedAttempt>
{
    public void Configure(EntityTypeBuilder<UncountedAttempt> row)
    {
        row.ToTable("UncountedAttempts");
        row.HasKey(a => a.AttemptId);
    }
}
