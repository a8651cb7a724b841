using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Records;

internal sealed class RecordPartMap : IEntityTypeConfiguration<RecordPart>
{
    public void Configure(EntityTypeBuilder<RecordPart> part)
    {
        part.ToTable("RecordParts");
        part.HasKey(p => new { p.RecordId, p.Number });
        part.Property(p => p.Title).HasMaxLength(200);
        part.HasIndex(p => p.SourceId);
    }
}
