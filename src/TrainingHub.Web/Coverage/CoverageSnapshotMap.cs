using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class CoverageSnapshotMap : IEntityTypeConfiguration<CoverageSnapshot>
{
    public void Configure(EntityTypeBuilder<CoverageSnapshot> snapshot)
    {
        snapshot.ToTable("CoverageSnapshots");
        snapshot.HasKey(s => s.Id);
        snapshot.Property(s => s.Note).HasMaxLength(400);
        snapshot.Property(s => s.SignerDigest).HasMaxLength(64);
        snapshot.HasIndex(s => new { s.TargetId, s.Number }).IsUnique();
    }
}
