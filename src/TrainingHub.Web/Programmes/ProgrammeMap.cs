using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Programmes;

internal sealed class ProgrammeMap : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> programme)
    {
        programme.ToTable("Programmes");
        programme.Property(p => p.Slug).HasMaxLength(80);
        programme.Property(p => p.Name).HasMaxLength(120);
        programme.Property(p => p.NameEn).HasMaxLength(200);
        programme.Property(p => p.Policy).HasConversion<int>();
        programme.HasIndex(p => p.Slug).IsUnique();
    }
}
