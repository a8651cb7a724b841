using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Contests.Speeches;

internal sealed class SpeechContestMap : IEntityTypeConfiguration<SpeechContest>
{
    public void Configure(EntityTypeBuilder<SpeechContest> contest)
    {
        contest.ToTable("SpeechContests");
        contest.HasKey(c => c.Id);
        contest.Ignore(c => c.Terms);
        contest.Property(c => c.Code).HasMaxLength(16);
        contest.Property(c => c.Title).HasMaxLength(SpeechTerms.LongestTitle);
        contest.Property(c => c.Theme).HasMaxLength(SpeechTerms.LongestTheme);
        contest.Property(c => c.Criteria).HasMaxLength(400);
        contest.Property(c => c.Version).IsConcurrencyToken();
        contest.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        contest.HasIndex(c => c.Code).IsUnique();
    }
}
