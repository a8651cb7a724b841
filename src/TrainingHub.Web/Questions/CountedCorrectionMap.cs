using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class CountedCorrectionMap : IEntityTypeConfiguration<CountedCorrection>
{
    public void Configure(EntityTypeBuilder<CountedCorrection> row)
    {
        row.ToTable("CountedCorrections");
        row.HasKey(c => c.CorrectionId);
    }
}
