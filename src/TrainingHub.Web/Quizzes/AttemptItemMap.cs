using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes;

internal sealed class AttemptItemMap : IEntityTypeConfiguration<AttemptItem>
{
    public void Configure(EntityTypeBuilder<AttemptItem> item)
    {
        item.ToTable("AttemptItems");
        item.HasKey(i => new { i.AttemptId, i.Number });
        item.Property(i => i.QuestionHash).HasMaxLength(64);
        item.Property(i => i.Source).HasMaxLength(80);
        item.Property(i => i.OptionOrder).HasMaxLength(80);
    }
}
