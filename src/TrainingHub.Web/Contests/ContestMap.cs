using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Contests;

internal sealed class ContestMap : IEntityTypeConfiguration<Contest>
{
    public void Configure(EntityTypeBuilder<Contest> contest)
    {
        contest.ToTable("Contests");
        contest.HasKey(c => c.Id);
        contest.Property(c => c.Code).HasMaxLength(16);
        contest.Property(c => c.Title).HasMaxLength(Contest.LongestTitle);
        contest.Property(c => c.Plan).HasMaxLength(2000);
        contest.Property(c => c.Teams).HasMaxLength(Contest.LongestTeams);
        contest.Property(c => c.Stage).HasMaxLength(20_000);
        contest.Ignore(c => c.TeamNames);
        contest.Property(c => c.PictureSecret).HasMaxLength(400);
        contest.Ignore(c => c.MayBeChanged);
        contest.Ignore(c => c.IsStage);
        contest.Ignore(c => c.IsOfClasses);
        contest.Ignore(c => c.Prizes);
        contest.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        contest.HasIndex(c => c.Code).IsUnique();
    }
}
