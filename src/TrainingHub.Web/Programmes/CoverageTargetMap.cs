using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Programmes;

internal sealed class CoverageTargetMap : IEntityTypeConfiguration<CoverageTarget>
{
    public void Configure(EntityTypeBuilder<CoverageTarget> target)
    {
        target.ToTable("CoverageTargets");
        target.Property(t => t.Slug).HasMaxLength(80);
        target.Property(t => t.Series).HasMaxLength(80);
        target.Property(t => t.Name).HasMaxLength(120);
        target.Property(t => t.NameEn).HasMaxLength(200);
        target.HasIndex(t => t.Slug).IsUnique();
        target.HasIndex(t => t.ProgrammeId);
    }
}
