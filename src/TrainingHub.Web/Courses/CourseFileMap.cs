using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Storage;

namespace TrainingHub.Courses;

internal sealed class CourseFileMap : IEntityTypeConfiguration<CourseFile>
{
    public void Configure(EntityTypeBuilder<CourseFile> file)
    {
        file.ToTable("CourseFiles");
        file.HasKey(f => new { f.CourseHash, f.Path });
        file.Property(f => f.CourseHash).HasMaxLength(64);
        file.Property(f => f.ContentHash).HasMaxLength(64);
        file.HasIndex(f => f.ContentHash);
        file.HasOne<CourseFileContent>().WithMany().HasForeignKey(f => f.ContentHash).OnDelete(DeleteBehavior.Restrict);
    }
}
