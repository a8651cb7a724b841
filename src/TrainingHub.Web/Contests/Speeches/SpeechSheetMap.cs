using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests.Speeches;

internal sealed class SpeechSheetMap : IEntityTypeConfiguration<SpeechSheet>
{
    public void Configure(EntityTypeBuilder<SpeechSheet> sheet)
    {
        sheet.ToTable("SpeechSheets");
        sheet.HasKey(s => s.Id);
        sheet.Ignore(s => s.Points);
        sheet.Property(s => s.Scores).HasMaxLength(60);
        sheet.Property(s => s.Comment).HasMaxLength(SpeechSheet.LongestComment);
        sheet.Property(s => s.Reason).HasMaxLength(SpeechSheet.LongestReason);
        sheet.HasIndex(s => new { s.EntryId, s.JudgeId, s.Turn }).IsUnique();
    }
}
