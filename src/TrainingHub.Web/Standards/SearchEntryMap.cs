using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Standards;

internal sealed class SearchEntryMap : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("SearchEntries");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Id).ValueGeneratedOnAdd();
        entry.Property(e => e.Group).HasMaxLength(160);
        entry.Property(e => e.Key).HasMaxLength(200);
        entry.Property(e => e.TitleWords).HasMaxLength(2_000);
        // Every character of a text comes as a pair: three characters with the space.
        entry.Property(e => e.TextWords).HasMaxLength(1_000_000);
        entry.HasIndex(e => new { e.Kind, e.Group });
    }
}
