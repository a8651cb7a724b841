using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests;

internal sealed class ContestEntryMap : IEntityTypeConfiguration<ContestEntry>
{
    public void Configure(EntityTypeBuilder<ContestEntry> entry)
    {
        entry.ToTable("ContestEntries");
        entry.HasKey(e => new { e.ContestId, e.Number });
        entry.Property(e => e.Text).HasMaxLength(ContestEntry.LongestCounts);
        entry.Property(e => e.Reason).HasMaxLength(200);
        entry.Property(e => e.ClientId).HasMaxLength(ContestEntry.LongestClientId);
        entry.Property(e => e.Digest).HasMaxLength(64);
        entry.Ignore(e => e.IsPublic);
        // Answers alone have both a seat and a question: nobody answers a question twice, whatever the code above believes.
        entry.HasIndex(e => new { e.ContestId, e.Kind, e.Seat, e.Item }).IsUnique();
    }
}
