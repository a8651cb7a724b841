using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class CoverageStandingMap : IEntityTypeConfiguration<CoverageStanding>
{
    public void Configure(EntityTypeBuilder<CoverageStanding> standing)
    {
        standing.ToTable("CoverageStandings");
        standing.HasKey(s => new { s.TargetId, s.PersonId, s.OrganizationId, s.Position });
        standing.HasIndex(s => new { s.TargetId, s.OrganizationId, s.Position, s.Kind });
        standing.HasIndex(s => s.PersonId);
    }
}
