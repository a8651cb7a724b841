using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class SnapshotCellMap : IEntityTypeConfiguration<SnapshotCell>
{
    public void Configure(EntityTypeBuilder<SnapshotCell> cell)
    {
        cell.ToTable("SnapshotCells");
        cell.HasKey(c => new { c.SnapshotId, c.UnitNumber, c.Position });
    }
}
