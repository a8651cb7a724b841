using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Questions.Imports;

internal sealed class QuestionImportMap : IEntityTypeConfiguration<QuestionImport>
{
    public void Configure(EntityTypeBuilder<QuestionImport> row)
    {
        row.ToTable("QuestionImports");
        row.HasKey(i => i.Id);
        row.Property(i => i.Number).HasMaxLength(16);
        row.Property(i => i.FileName).HasMaxLength(QuestionImport.LongestFileName);
        row.Property(i => i.FileHash).HasMaxLength(64);
        row.Property(i => i.Format).HasMaxLength(20);
        row.Property(i => i.DefaultBasis).HasMaxLength(2000);
        row.Property(i => i.DefaultSource).HasMaxLength(BankQuestion.LongestSource);
        row.Property(i => i.Columns).HasMaxLength(4000);
        row.Property(i => i.Refusal).HasMaxLength(1000);
        row.Property(i => i.LeaseOwner).HasMaxLength(40);
        row.HasOne<Organization>().WithMany().HasForeignKey(i => i.OwnerId).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(i => i.Number).IsUnique();
        row.HasIndex(i => new { i.OwnerId, i.UploadedAt });
        row.HasIndex(i => i.State);
    }
}
