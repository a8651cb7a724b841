using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests;

internal sealed class ContestItemMap : IEntityTypeConfiguration<ContestItem>
{
    public void Configure(EntityTypeBuilder<ContestItem> item)
    {
        item.ToTable("ContestItems");
        item.HasKey(i => new { i.ContestId, i.Number });
        item.Property(i => i.QuestionHash).HasMaxLength(64);
        item.Property(i => i.OptionOrder).HasMaxLength(80);
        item.Property(i => i.Source).HasMaxLength(80);
        item.Ignore(i => i.Order);
    }
}
