using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests.Stage;

internal sealed class StageMemberMap : IEntityTypeConfiguration<StageMember>
{
    public void Configure(EntityTypeBuilder<StageMember> member)
    {
        member.ToTable("StageMembers");
        member.HasKey(m => new { m.ContestId, m.TeamKey, m.Number });
        member.Property(m => m.TeamKey).HasMaxLength(StageTeam.KeyLength);
        member.Property(m => m.GuestName).HasMaxLength(60);
        // Nobody sits in two teams.
        member.HasIndex(m => new { m.ContestId, m.PersonId }).IsUnique();
        member.HasIndex(m => m.PersonId);
    }
}
