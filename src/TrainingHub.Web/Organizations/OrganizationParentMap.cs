using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Organizations;

internal sealed class OrganizationParentMap : IEntityTypeConfiguration<OrganizationParent>
{
    public void Configure(EntityTypeBuilder<OrganizationParent> parent)
    {
        parent.ToTable("OrganizationParents");
        parent.HasIndex(p => p.OrganizationId);
        parent.HasIndex(p => p.ParentId);
    }
}
