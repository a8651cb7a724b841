using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class SnapshotLineMap : IEntityTypeConfiguration<SnapshotLine>
{
    public void Configure(EntityTypeBuilder<SnapshotLine> line)
    {
        line.ToTable("SnapshotLines");
        line.HasKey(l => new { l.SnapshotId, l.Number });
        line.Property(l => l.NamesDigest).HasMaxLength(64);
        line.HasIndex(l => new { l.SnapshotId, l.Kind, l.UnitNumber });
        line.HasIndex(l => l.PersonId);
    }
}
