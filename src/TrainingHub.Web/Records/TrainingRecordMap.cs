using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Records;

internal sealed class TrainingRecordMap : IEntityTypeConfiguration<TrainingRecord>
{
    public void Configure(EntityTypeBuilder<TrainingRecord> record)
    {
        record.ToTable("TrainingRecords");
        record.HasKey(r => r.Id);
        record.Property(r => r.CourseSlug).HasMaxLength(80);
        record.Property(r => r.CourseHash).HasMaxLength(64);
        record.Property(r => r.NamesDigest).HasMaxLength(64);
        record.Property(r => r.ContentHash).HasMaxLength(64);
        record.Property(r => r.RestoreReason).HasMaxLength(400);
        record.HasIndex(r => new { r.AttemptId, r.ProgrammeId }).IsUnique();
        record.HasIndex(r => new { r.SessionId, r.SessionClosing, r.PersonId, r.ProgrammeId }).IsUnique();
        record.HasIndex(r => new { r.PersonId, r.ProgrammeId });
        record.HasIndex(r => new { r.OrganizationId, r.CompletionDay });
        // One row takes the place of a revoked one.
        record.HasIndex(r => r.RestoresId).IsUnique().HasFilter("\"RestoresId\" IS NOT NULL");
        // What was recorded lately is sealed.
        record.HasIndex(r => r.RecordedAt);
    }
}
