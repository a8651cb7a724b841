using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People.Imports;

internal sealed class RosterHeadingMap : IEntityTypeConfiguration<RosterHeading>
{
    public void Configure(EntityTypeBuilder<RosterHeading> heading)
    {
        heading.ToTable("RosterHeadings");
        heading.HasKey(h => new { h.OrganizationId, h.Folded });
        heading.Property(h => h.Folded).HasMaxLength(RosterHeading.LongestHeading);
        heading.Property(h => h.Heading).HasMaxLength(RosterHeading.LongestHeading);
    }
}
