using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;
using TrainingHub.Quizzes;

namespace TrainingHub.Contests.Open;

internal sealed class OpenContestMap : IEntityTypeConfiguration<OpenContest>
{
    public void Configure(EntityTypeBuilder<OpenContest> contest)
    {
        contest.ToTable("OpenContests");
        contest.HasKey(c => c.Id);
        contest.Ignore(c => c.Terms);
        contest.Property(c => c.Slug).HasMaxLength(16);
        contest.Property(c => c.Edges).HasMaxLength(60);
        contest.Property(c => c.Version).IsConcurrencyToken();
        contest.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        contest.HasOne<ArrangedQuiz>().WithMany().HasForeignKey(c => c.QuizId).OnDelete(DeleteBehavior.Restrict);
        // One ranking around a quiz.
        contest.HasIndex(c => c.QuizId).IsUnique();
        contest.HasIndex(c => c.Slug).IsUnique();
    }
}
