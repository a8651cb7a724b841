using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class CoverageDueMap : IEntityTypeConfiguration<CoverageDue>
{
    public void Configure(EntityTypeBuilder<CoverageDue> due)
    {
        due.ToTable("CoverageDues");
        due.HasKey(d => new { d.Day, d.OrganizationId });
    }
}
