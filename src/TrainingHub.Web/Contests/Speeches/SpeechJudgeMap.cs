using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests.Speeches;

internal sealed class SpeechJudgeMap : IEntityTypeConfiguration<SpeechJudge>
{
    public void Configure(EntityTypeBuilder<SpeechJudge> judge)
    {
        judge.ToTable("SpeechJudges");
        judge.HasKey(j => new { j.ContestId, j.PersonId });
        judge.Ignore(j => j.Counts);
        judge.Property(j => j.LeftBecause).HasMaxLength(SpeechJudge.LongestReason);
        judge.HasOne<SpeechContest>().WithMany().HasForeignKey(j => j.ContestId).OnDelete(DeleteBehavior.Restrict);
        judge.HasIndex(j => j.PersonId);
    }
}
