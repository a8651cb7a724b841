using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes;

internal sealed class ResultReleaseMap : IEntityTypeConfiguration<ResultRelease>
{
    public void Configure(EntityTypeBuilder<ResultRelease> release)
    {
        release.ToTable("ResultReleases");
        release.HasKey(r => r.QuizSlug);
        release.Property(r => r.QuizSlug).HasMaxLength(16);
    }
}
