using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class SnapshotRequestMap : IEntityTypeConfiguration<SnapshotRequest>
{
    public void Configure(EntityTypeBuilder<SnapshotRequest> request)
    {
        request.ToTable("SnapshotRequests");
        request.HasKey(r => r.Id);
        request.Property(r => r.Note).HasMaxLength(400);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.HasIndex(r => new { r.TargetId, r.FormId }).IsUnique();
    }
}
