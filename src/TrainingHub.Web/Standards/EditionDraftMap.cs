using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Standards;

internal sealed class EditionDraftMap : IEntityTypeConfiguration<EditionDraft>
{
    public void Configure(EntityTypeBuilder<EditionDraft> draft)
    {
        draft.ToTable("EditionDrafts");
        draft.HasKey(d => d.Id);
        draft.Property(d => d.Slug).HasMaxLength(80);
        draft.Property(d => d.Edition).HasMaxLength(40);
        draft.Property(d => d.Content).HasMaxLength(1_000_000);
        draft.Property(d => d.Stamp).IsConcurrencyToken();
        // One at a time for each document; and two people who begin one at once do not get the same name.
        draft.HasIndex(d => d.Slug).IsUnique();
        draft.HasIndex(d => d.OwnerId);
        draft.HasOne<Organization>().WithMany().HasForeignKey(d => d.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
