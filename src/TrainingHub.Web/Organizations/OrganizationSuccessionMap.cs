using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Organizations;

internal sealed class OrganizationSuccessionMap : IEntityTypeConfiguration<OrganizationSuccession>
{
    public void Configure(EntityTypeBuilder<OrganizationSuccession> succession)
    {
        succession.ToTable("OrganizationSuccessions");
        succession.HasIndex(s => s.OrganizationId);
        succession.HasIndex(s => s.SuccessorId);
    }
}
