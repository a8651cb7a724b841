using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests;

internal sealed class ContestKeyMap : IEntityTypeConfiguration<ContestKey>
{
    public void Configure(EntityTypeBuilder<ContestKey> key)
    {
        key.ToTable("ContestKeys");
        key.HasKey(k => k.Hash);
        key.Property(k => k.Hash).HasMaxLength(64);
        key.HasIndex(k => k.ContestId);
    }
}
