using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests.Open;

internal sealed class FrozenRankingMap : IEntityTypeConfiguration<FrozenRanking>
{
    public void Configure(EntityTypeBuilder<FrozenRanking> ranking)
    {
        ranking.ToTable("FrozenRankings");
        ranking.HasKey(r => r.ContestId);
        ranking.Property(r => r.ContestId).ValueGeneratedNever();
        ranking.Property(r => r.Hash).HasMaxLength(64);
    }
}
