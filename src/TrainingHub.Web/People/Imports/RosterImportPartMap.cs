using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People.Imports;

internal sealed class RosterImportPartMap : IEntityTypeConfiguration<RosterImportPart>
{
    public void Configure(EntityTypeBuilder<RosterImportPart> part)
    {
        part.ToTable("RosterImportParts");
        part.HasKey(p => new { p.ImportId, p.Number });
        part.Property(p => p.Content).HasMaxLength(4_000_000);
    }
}
