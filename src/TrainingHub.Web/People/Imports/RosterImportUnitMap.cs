using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People.Imports;

internal sealed class RosterImportUnitMap : IEntityTypeConfiguration<RosterImportUnit>
{
    public void Configure(EntityTypeBuilder<RosterImportUnit> unit)
    {
        unit.ToTable("RosterImportUnits");
        unit.HasKey(u => new { u.ImportId, u.OrganizationId });
    }
}
