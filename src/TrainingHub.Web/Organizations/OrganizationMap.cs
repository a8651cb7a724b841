using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Organizations;

internal sealed class OrganizationMap : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.ToTable("Organizations");
        organization.Property(o => o.Code).HasMaxLength(16);
        organization.Property(o => o.Name).HasMaxLength(120);
        organization.Property(o => o.NormalizedName).HasMaxLength(120);
        organization.Property(o => o.RegionCode).HasMaxLength(6);
        organization.Property(o => o.ProvinceShortName).HasMaxLength(4);
        organization.HasIndex(o => o.Code).IsUnique();
        organization.HasIndex(o => o.NormalizedName);
    }
}
