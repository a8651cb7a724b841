using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class SnapshotUnitMap : IEntityTypeConfiguration<SnapshotUnit>
{
    public void Configure(EntityTypeBuilder<SnapshotUnit> unit)
    {
        unit.ToTable("SnapshotUnits");
        unit.HasKey(u => new { u.SnapshotId, u.Number });
        unit.Property(u => u.Code).HasMaxLength(20);
        unit.HasIndex(u => new { u.SnapshotId, u.Above });
    }
}
