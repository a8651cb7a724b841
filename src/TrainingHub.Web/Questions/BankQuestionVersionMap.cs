using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class BankQuestionVersionMap : IEntityTypeConfiguration<BankQuestionVersion>
{
    public void Configure(EntityTypeBuilder<BankQuestionVersion> row)
    {
        row.ToTable("BankQuestionVersions");
        row.HasKey(v => new { v.BankQuestionId, v.Number });
        row.Property(v => v.Hash).HasMaxLength(64);
        row.Property(v => v.Note).HasMaxLength(BankQuestionVersion.LongestNote);
        row.HasIndex(v => v.Hash);
        row.HasOne<BankQuestion>().WithMany().HasForeignKey(v => v.BankQuestionId).OnDelete(DeleteBehavior.Restrict);
    }
}
