using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Sessions;

internal sealed class TrainingSessionMap : IEntityTypeConfiguration<TrainingSession>
{
    public void Configure(EntityTypeBuilder<TrainingSession> session)
    {
        session.ToTable("TrainingSessions");
        session.HasKey(s => s.Id);
        session.Property(s => s.Code).HasMaxLength(16);
        session.Property(s => s.Secret).HasMaxLength(400);
        session.Property(s => s.Title).HasMaxLength(SessionTerms.LongestTitle);
        session.Property(s => s.Place).HasMaxLength(SessionTerms.LongestPlace);
        session.Property(s => s.Lecturer).HasMaxLength(SessionTerms.LongestLecturer);
        session.Property(s => s.Agenda).HasMaxLength(SessionTerms.LongestAgenda);
        session.Property(s => s.Minutes).HasMaxLength(SessionTerms.LongestMinutes);
        session.Property(s => s.CourseSlug).HasMaxLength(80);
        session.Property(s => s.PreQuizSlug).HasMaxLength(16);
        session.Property(s => s.PostQuizSlug).HasMaxLength(16);
        session.Property(s => s.Version).IsConcurrencyToken();
        session.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        session.HasIndex(s => s.Code).IsUnique();
        session.HasIndex(s => new { s.SeriesId, s.Batch }).IsUnique();
        session.HasIndex(s => s.Standing);
    }
}
