using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Sessions.Papers;

internal sealed class SessionPaperMap : IEntityTypeConfiguration<SessionPaper>
{
    public void Configure(EntityTypeBuilder<SessionPaper> paper)
    {
        paper.ToTable("SessionPapers");
        paper.HasKey(p => p.Id);
        paper.Property(p => p.QuizSlug).HasMaxLength(80);
        paper.Property(p => p.CourseSlug).HasMaxLength(80);
        paper.Property(p => p.CourseHash).HasMaxLength(64);
        paper.HasIndex(p => new { p.SessionId, p.Number }).IsUnique();
        paper.HasIndex(p => p.ParticipantId).IsUnique();
    }
}
