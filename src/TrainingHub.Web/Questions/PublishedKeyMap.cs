using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class PublishedKeyMap : IEntityTypeConfiguration<PublishedKey>
{
    public void Configure(EntityTypeBuilder<PublishedKey> key)
    {
        key.ToTable("PublishedKeys");
        key.HasKey(k => k.Hash);
        key.Property(k => k.Hash).HasMaxLength(64);
        key.Property(k => k.CorrectOptions).HasMaxLength(40);
        key.Property(k => k.Explanation).HasMaxLength(8000);
        key.Property(k => k.StandardSlug).HasMaxLength(80);
        key.Property(k => k.Edition).HasMaxLength(40);
        key.Property(k => k.ClauseNumber).HasMaxLength(80);
        key.Property(k => k.Extras).HasMaxLength(64_000);
        key.Property(k => k.Statement).HasMaxLength(2000);
    }
}
