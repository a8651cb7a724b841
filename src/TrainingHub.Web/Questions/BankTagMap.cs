using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class BankTagMap : IEntityTypeConfiguration<BankTag>
{
    public void Configure(EntityTypeBuilder<BankTag> row)
    {
        row.ToTable("BankTags");
        row.HasKey(t => new { t.BankQuestionId, t.Kind, t.Name });
        row.Property(t => t.Name).HasMaxLength(BankTag.LongestName);
        row.HasOne<BankQuestion>().WithMany().HasForeignKey(t => t.BankQuestionId).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(t => new { t.Name, t.Kind, t.BankQuestionId });
    }
}
