using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Organizations;

internal sealed class OrganizationDetailsMap : IEntityTypeConfiguration<OrganizationDetails>
{
    public void Configure(EntityTypeBuilder<OrganizationDetails> details)
    {
        details.ToTable("OrganizationDetails");
        details.Property(d => d.Name).HasMaxLength(120);
        details.Property(d => d.Area).HasMaxLength(60);
        details.HasIndex(d => d.OrganizationId);
    }
}
