using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests.Speeches;

internal sealed class SpeechRecordingMap : IEntityTypeConfiguration<SpeechRecording>
{
    public void Configure(EntityTypeBuilder<SpeechRecording> recording)
    {
        recording.ToTable("SpeechRecordings");
        recording.HasKey(r => r.EntryId);
        recording.Property(r => r.EntryId).ValueGeneratedNever();
        recording.HasOne<SpeechEntry>().WithOne().HasForeignKey<SpeechRecording>(r => r.EntryId).OnDelete(DeleteBehavior.Restrict);
    }
}
