using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People.Imports;

internal sealed class RosterImportMap : IEntityTypeConfiguration<RosterImport>
{
    public void Configure(EntityTypeBuilder<RosterImport> import)
    {
        import.ToTable("RosterImports");
        import.Property(i => i.Number).HasMaxLength(16);
        import.Property(i => i.FileName).HasMaxLength(200);
        import.Property(i => i.FileHash).HasMaxLength(64);
        import.Property(i => i.DroppedColumns).HasMaxLength(4000);
        import.Property(i => i.SkippedSheets).HasMaxLength(4000);
        import.Property(i => i.Notes).HasMaxLength(200_000);
        // A person may answer every doubt of a list of a hundred thousand rows at once; more letters than this PostgreSQL gives no column.
        import.Property(i => i.Decisions).HasMaxLength(10_000_000);
        import.Property(i => i.UnitMeanings).HasMaxLength(200_000);
        import.Property(i => i.UnclearWords).HasMaxLength(200_000);
        import.Property(i => i.LeaseOwner).HasMaxLength(40);
        import.Property(i => i.State).IsConcurrencyToken();
        import.HasIndex(i => i.Number).IsUnique();
        import.HasIndex(i => i.State);
        import.HasIndex(i => i.OrganizationId);
        import.HasIndex(i => i.FileHash);
    }
}
