using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests;

internal sealed class ContestDeviceEntryMap : IEntityTypeConfiguration<ContestDeviceEntry>
{
    public void Configure(EntityTypeBuilder<ContestDeviceEntry> entry)
    {
        entry.ToTable("ContestDeviceEntries");
        entry.HasKey(e => new { e.ContestId, e.Number });
        // As long as in the log, so that one statement reads both.
        entry.Property(e => e.Text).HasMaxLength(ContestEntry.LongestCounts);
        entry.Property(e => e.ClientId).HasMaxLength(ContestEntry.LongestClientId);
        // As in the log: no device answers a question twice.
        entry.HasIndex(e => new { e.ContestId, e.Kind, e.Seat, e.Item }).IsUnique();
    }
}
