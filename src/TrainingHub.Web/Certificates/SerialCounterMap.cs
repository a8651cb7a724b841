using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Certificates;

internal sealed class SerialCounterMap : IEntityTypeConfiguration<SerialCounter>
{
    public void Configure(EntityTypeBuilder<SerialCounter> counter)
    {
        counter.ToTable("SerialCounters");
        counter.HasKey(c => c.Prefix);
        counter.Property(c => c.Prefix).HasMaxLength(48);
    }
}
