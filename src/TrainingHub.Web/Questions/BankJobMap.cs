using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class BankJobMap : IEntityTypeConfiguration<BankJob>
{
    public void Configure(EntityTypeBuilder<BankJob> row)
    {
        row.ToTable("BankJobs");
        row.HasKey(j => j.Id);
        row.Property(j => j.Which).HasMaxLength(16_000);
        row.Property(j => j.Change).HasMaxLength(8000);
        row.Property(j => j.Revision).IsConcurrencyToken();
        row.HasIndex(j => j.EndedAt);
        row.HasIndex(j => j.UndoOf);
        row.HasIndex(j => j.StartedBy);
    }
}
