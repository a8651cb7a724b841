using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Standards;

internal sealed class PublishedEditionMap : IEntityTypeConfiguration<PublishedEdition>
{
    public void Configure(EntityTypeBuilder<PublishedEdition> edition)
    {
        edition.ToTable("PublishedEditions");
        edition.HasKey(e => new { e.Slug, e.Edition });
        edition.Property(e => e.Slug).HasMaxLength(80);
        edition.Property(e => e.Edition).HasMaxLength(40);
        edition.Property(e => e.Content).HasMaxLength(1_000_000);
        edition.HasIndex(e => e.ChangedAt);
        edition.HasOne<Organization>().WithMany().HasForeignKey(e => e.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
