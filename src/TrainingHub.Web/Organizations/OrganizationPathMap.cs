using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Organizations;

internal sealed class OrganizationPathMap : IEntityTypeConfiguration<OrganizationPath>
{
    public void Configure(EntityTypeBuilder<OrganizationPath> path)
    {
        path.ToTable("OrganizationPaths");
        path.HasKey(p => p.Id);
        path.HasIndex(p => new { p.AncestorId, p.DescendantId });
        path.HasIndex(p => new { p.DescendantId, p.Depth });
    }
}
