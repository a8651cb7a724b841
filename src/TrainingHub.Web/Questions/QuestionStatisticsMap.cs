using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class QuestionStatisticsMap : IEntityTypeConfiguration<QuestionStatistics>
{
    public void Configure(EntityTypeBuilder<QuestionStatistics> row)
    {
        row.ToTable("QuestionStatistics");
        row.HasKey(s => s.Hash);
        row.Property(s => s.Hash).HasMaxLength(64);
        row.Property(s => s.Options).HasMaxLength(4000);
        row.Property(s => s.Durations).HasMaxLength(2000);
    }
}
