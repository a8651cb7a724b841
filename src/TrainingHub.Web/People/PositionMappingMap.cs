using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People;

internal sealed class PositionMappingMap : IEntityTypeConfiguration<PositionMapping>
{
    public void Configure(EntityTypeBuilder<PositionMapping> mapping)
    {
        mapping.ToTable("PositionMappings");
        mapping.HasIndex(m => m.PositionId);
    }
}
