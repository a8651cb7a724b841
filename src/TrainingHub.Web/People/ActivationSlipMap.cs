using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People;

internal sealed class ActivationSlipMap : IEntityTypeConfiguration<ActivationSlip>
{
    public void Configure(EntityTypeBuilder<ActivationSlip> slip)
    {
        slip.ToTable("ActivationSlips");
        slip.Property(s => s.CodeHash).HasMaxLength(64);
        slip.HasIndex(s => s.CodeHash).IsUnique();
        slip.HasIndex(s => s.PersonId);
    }
}
