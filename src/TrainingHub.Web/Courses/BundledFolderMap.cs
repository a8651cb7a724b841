using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Courses;

internal sealed class BundledFolderMap : IEntityTypeConfiguration<BundledFolder>
{
    public void Configure(EntityTypeBuilder<BundledFolder> folder)
    {
        folder.ToTable("BundledFolders");
        folder.HasKey(f => f.Name);
        folder.Property(f => f.Name).HasMaxLength(40);
        folder.Property(f => f.Stamp).HasMaxLength(64);
    }
}
