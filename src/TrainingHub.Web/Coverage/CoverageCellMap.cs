using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class CoverageCellMap : IEntityTypeConfiguration<CoverageCell>
{
    public void Configure(EntityTypeBuilder<CoverageCell> cell)
    {
        cell.ToTable("CoverageCells");
        cell.HasKey(c => new { c.TargetId, c.OrganizationId, c.Position });
        cell.HasIndex(c => c.OrganizationId);
    }
}
