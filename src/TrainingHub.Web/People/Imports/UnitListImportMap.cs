using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People.Imports;

internal sealed class UnitListImportMap : IEntityTypeConfiguration<UnitListImport>
{
    public void Configure(EntityTypeBuilder<UnitListImport> list)
    {
        list.ToTable("UnitListImports");
        list.HasKey(l => l.Id);
        list.Property(l => l.Number).HasMaxLength(16);
        list.Property(l => l.FileName).HasMaxLength(200);
        list.Property(l => l.Late).HasMaxLength(100_000);
        list.Property(l => l.LeaseOwner).HasMaxLength(40);
        list.Property(l => l.State).IsConcurrencyToken();
        list.HasIndex(l => l.State);
        list.HasIndex(l => l.Number).IsUnique();
        list.HasIndex(l => l.OrganizationId);
    }
}
