using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Storage;

internal sealed class CourseFileContentMap : IEntityTypeConfiguration<CourseFileContent>
{
    public void Configure(EntityTypeBuilder<CourseFileContent> content)
    {
        content.ToTable("CourseFileContents");
        content.HasKey(c => c.Hash);
        content.Property(c => c.Hash).HasMaxLength(64);
    }
}
