using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

internal sealed class AttemptEventMap : IEntityTypeConfiguration<AttemptEvent>
{
    public void Configure(EntityTypeBuilder<AttemptEvent> row)
    {
        row.ToTable("AttemptEvents");
        row.HasKey(e => e.Id);
        row.Property(e => e.Choice).HasMaxLength(Response.MostCharacters);
        row.HasIndex(e => e.AttemptId);
    }
}
