using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes.Regrades;

internal sealed class RegradeLineMap : IEntityTypeConfiguration<RegradeLine>
{
    public void Configure(EntityTypeBuilder<RegradeLine> line)
    {
        line.ToTable("RegradeLines");
        line.HasKey(l => new { l.RegradeId, l.AttemptId, l.IsApplied });
        // What a person is told on their pages.
        line.HasIndex(l => new { l.PersonId, l.At });
    }
}
