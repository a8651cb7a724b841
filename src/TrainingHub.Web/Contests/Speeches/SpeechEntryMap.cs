using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests.Speeches;

internal sealed class SpeechEntryMap : IEntityTypeConfiguration<SpeechEntry>
{
    public void Configure(EntityTypeBuilder<SpeechEntry> entry)
    {
        entry.ToTable("SpeechEntries");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Title).HasMaxLength(SpeechEntry.LongestTitle);
        entry.Property(e => e.Text).HasMaxLength(SpeechEntry.LongestText);
        entry.Property(e => e.MediaHash).HasMaxLength(64);
        entry.Property(e => e.MediaType).HasMaxLength(40);
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.HasOne<SpeechContest>().WithMany().HasForeignKey(e => e.ContestId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.ContestId, e.Number }).IsUnique();
        // One speech of each person.
        entry.HasIndex(e => new { e.ContestId, e.PersonId }).IsUnique();
    }
}
