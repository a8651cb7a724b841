using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Notices;

internal sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("Notices");
        notice.HasKey(n => n.Id);
        notice.Property(n => n.Key).HasMaxLength(Notice.LongestKey);
        notice.Property(n => n.About).HasMaxLength(Notice.LongestAbout);
        notice.Property(n => n.Detail).HasMaxLength(Notice.LongestDetail);
        notice.Property(n => n.Link).HasMaxLength(Notice.LongestLink);
        notice.Property(n => n.Lines).HasMaxLength(NoticeLines.MostCharacters);
        notice.HasIndex(n => new { n.PersonId, n.Key }).IsUnique();
        notice.HasIndex(n => new { n.PersonId, n.At });
        // Every page asks how many there are.
        notice.HasIndex(n => n.PersonId).HasFilter("\"ReadAt\" IS NULL").HasDatabaseName("IX_Notices_Unread");
    }
}
