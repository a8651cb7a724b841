using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class ExclusionMap : IEntityTypeConfiguration<Exclusion>
{
    public void Configure(EntityTypeBuilder<Exclusion> exclusion)
    {
        exclusion.ToTable("Exclusions");
        exclusion.HasIndex(e => e.PersonId);
        exclusion.HasIndex(e => e.OrganizationId);
    }
}
