using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class CoverageStandingMap : IEntityTypeConfiguration<CoverageStanding>
{
    public void Configure(EntityTypeBuilder<CoverageStanding> standing)
    {
        standing.ToTable("CoverageStandings");
        standing.HasKey(s => new { s.TargetId, s.PersonId, s.OrganizationId, s.Position });
        // In this order it serves a figure's names (both keys given) and alone sums all figures of an organization.
        standing.HasIndex(s => new { s.OrganizationId, s.TargetId, s.Position, s.Kind });
        standing.HasIndex(s => s.PersonId);
    }
}
