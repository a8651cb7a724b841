using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes;

internal sealed class AttemptEventMap : IEntityTypeConfiguration<AttemptEvent>
{
    public void Configure(EntityTypeBuilder<AttemptEvent> row)
    {
        row.ToTable("AttemptEvents");
        row.HasKey(e => e.Id);
        row.HasIndex(e => e.AttemptId);
    }
}
