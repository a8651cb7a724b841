using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Records;

internal sealed class LedgerSealMap : IEntityTypeConfiguration<LedgerSeal>
{
    public void Configure(EntityTypeBuilder<LedgerSeal> seal)
    {
        seal.ToTable("LedgerSeals");
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
        seal.Property(s => s.Previous).HasMaxLength(64);
        seal.Property(s => s.RowsDigest).HasMaxLength(64);
        seal.Property(s => s.Digest).HasMaxLength(64);
    }
}
