using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions.Imports;

internal sealed class QuestionImportRowMap : IEntityTypeConfiguration<QuestionImportRow>
{
    public void Configure(EntityTypeBuilder<QuestionImportRow> row)
    {
        row.ToTable("QuestionImportRows");
        row.HasKey(r => new { r.ImportId, r.Sequence });
        row.Property(r => r.Place).HasMaxLength(QuestionImportRow.LongestPlace);
        row.Property(r => r.Title).HasMaxLength(BankContent.LongestTitle);
        row.Property(r => r.Problems).HasMaxLength(8000);
        row.Property(r => r.NearTo).HasMaxLength(80);
        row.Property(r => r.Content).HasMaxLength(200_000);
        row.Property(r => r.TakenAs).HasMaxLength(80);
        row.Ignore(r => r.Tab);
        row.HasOne<QuestionImport>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(r => new { r.ImportId, r.Verdict, r.Sequence });
    }
}
