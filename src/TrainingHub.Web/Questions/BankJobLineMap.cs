using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class BankJobLineMap : IEntityTypeConfiguration<BankJobLine>
{
    public void Configure(EntityTypeBuilder<BankJobLine> row)
    {
        row.ToTable("BankJobLines");
        row.HasKey(l => new { l.BankJobId, l.BankQuestionId });
        row.Property(l => l.Reasons).HasMaxLength(BankJobLine.LongestReasons);
        row.Property(l => l.Before).HasMaxLength(16_000);
        row.HasOne<BankJob>().WithMany().HasForeignKey(l => l.BankJobId).OnDelete(DeleteBehavior.Cascade);
        row.HasOne<BankQuestion>().WithMany().HasForeignKey(l => l.BankQuestionId).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(l => new { l.BankJobId, l.Outcome, l.BankQuestionId });
        row.HasIndex(l => l.BankQuestionId);
    }
}
