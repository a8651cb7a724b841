using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests.Awards;

internal sealed class ContestAwardMap : IEntityTypeConfiguration<ContestAward>
{
    public void Configure(EntityTypeBuilder<ContestAward> award)
    {
        award.ToTable("ContestAwards");
        award.HasKey(a => a.Id);
        award.Property(a => a.Reason).HasMaxLength(ContestAward.LongestReason);
        award.HasIndex(a => new { a.ContestId, a.PersonId }).IsUnique();
    }
}
