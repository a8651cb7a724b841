using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People;

internal sealed class PositionMap : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> position)
    {
        position.ToTable("Positions");
        position.Property(p => p.Code).HasMaxLength(40);
        position.Property(p => p.Name).HasMaxLength(60);
        position.Property(p => p.NameEn).HasMaxLength(80);
        position.Property(p => p.Aliases).HasMaxLength(1000);
        position.HasIndex(p => p.Code).IsUnique();
    }
}
