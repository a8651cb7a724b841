using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class BankStampMap : IEntityTypeConfiguration<BankStamp>
{
    public void Configure(EntityTypeBuilder<BankStamp> row)
    {
        row.ToTable("BankStamps");
        row.HasKey(stamp => stamp.OwnerId);
        row.Property(stamp => stamp.OwnerId).ValueGeneratedNever();
    }
}
