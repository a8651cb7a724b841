using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Courses.Drafts;

internal sealed class CourseDraftMap : IEntityTypeConfiguration<CourseDraft>
{
    public void Configure(EntityTypeBuilder<CourseDraft> draft)
    {
        draft.ToTable("CourseDrafts");
        draft.HasKey(d => d.Id);
        draft.Property(d => d.Slug).HasMaxLength(80);
        draft.Property(d => d.SearchText).HasMaxLength(400);
        draft.Property(d => d.BasedOn).HasMaxLength(64);
        draft.Property(d => d.PublishedHash).HasMaxLength(64);
        draft.Property(d => d.Remark).HasMaxLength(1000);
        draft.Property(d => d.Stamp).IsConcurrencyToken();
        draft.HasOne<Organization>().WithMany().HasForeignKey(d => d.OwnerId).OnDelete(DeleteBehavior.Restrict);
        draft.HasIndex(d => d.OwnerId);
        // One open draft of a course at a time: two would overwrite each other when published.
        draft.HasIndex(d => d.Slug).IsUnique().HasFilter("\"State\" <> 3");
    }
}
