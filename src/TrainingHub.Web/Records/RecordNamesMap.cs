using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Records;

internal sealed class RecordNamesMap : IEntityTypeConfiguration<RecordNames>
{
    public void Configure(EntityTypeBuilder<RecordNames> names)
    {
        names.ToTable("RecordNames");
        names.HasKey(n => n.RecordId);
        names.Property(n => n.PersonName).HasMaxLength(60);
        names.Property(n => n.UnitName).HasMaxLength(120);
        names.Property(n => n.PositionName).HasMaxLength(60);
        names.Property(n => n.Salt).HasMaxLength(64);
    }
}
