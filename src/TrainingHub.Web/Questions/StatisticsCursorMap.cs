using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class StatisticsCursorMap : IEntityTypeConfiguration<StatisticsCursor>
{
    public void Configure(EntityTypeBuilder<StatisticsCursor> row)
    {
        row.ToTable("StatisticsCursor");
        row.HasKey(c => c.Id);
        row.Property(c => c.Id).ValueGeneratedNever();
        row.Property(c => c.Revision).IsConcurrencyToken();
    }
}
