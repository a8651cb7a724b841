using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Records;

internal sealed class SealedRowMap : IEntityTypeConfiguration<SealedRow>
{
    public void Configure(EntityTypeBuilder<SealedRow> row)
    {
        row.ToTable("LedgerSealedRows");
        row.HasKey(r => r.RowId);
        row.HasOne<LedgerSeal>().WithMany().HasForeignKey(r => r.SealNumber).OnDelete(DeleteBehavior.Restrict);
    }
}
