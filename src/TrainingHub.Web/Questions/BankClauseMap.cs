using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class BankClauseMap : IEntityTypeConfiguration<BankClause>
{
    public void Configure(EntityTypeBuilder<BankClause> row)
    {
        row.ToTable("BankClauses");
        row.HasKey(c => new { c.BankQuestionId, c.StandardSlug, c.Edition, c.ClauseNumber });
        row.Property(c => c.StandardSlug).HasMaxLength(80);
        row.Property(c => c.Edition).HasMaxLength(40);
        row.Property(c => c.ClauseNumber).HasMaxLength(80);
        row.HasOne<BankQuestion>().WithMany().HasForeignKey(c => c.BankQuestionId).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(c => new { c.StandardSlug, c.Edition, c.ClauseNumber, c.BankQuestionId });
    }
}
