using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions.Imports;

internal sealed class QuestionImportPartMap : IEntityTypeConfiguration<QuestionImportPart>
{
    public void Configure(EntityTypeBuilder<QuestionImportPart> part)
    {
        part.ToTable("QuestionImportParts");
        part.HasKey(p => new { p.ImportId, p.Number });
        part.Property(p => p.Name).HasMaxLength(64);
        part.HasOne<QuestionImport>().WithMany().HasForeignKey(p => p.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
