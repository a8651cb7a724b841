using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Storage;

internal sealed class RingEntryMap : IEntityTypeConfiguration<RingEntry>
{
    public void Configure(EntityTypeBuilder<RingEntry> entry)
    {
        entry.ToTable("RingEntries");
        entry.Property(e => e.Name).HasMaxLength(120);
        entry.Property(e => e.Xml).HasMaxLength(8000);
    }
}
