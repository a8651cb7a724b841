using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Courses.Drafts;

internal sealed class CourseDraftFileMap : IEntityTypeConfiguration<CourseDraftFile>
{
    public void Configure(EntityTypeBuilder<CourseDraftFile> file)
    {
        file.ToTable("CourseDraftFiles");
        file.HasKey(f => new { f.DraftId, f.Path });
        file.Property(f => f.Hash).HasMaxLength(64).IsConcurrencyToken();
        file.HasOne<CourseDraft>().WithMany().HasForeignKey(f => f.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}
