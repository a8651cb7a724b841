using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Reminders;

internal sealed class ReminderRunMap : IEntityTypeConfiguration<ReminderRun>
{
    public void Configure(EntityTypeBuilder<ReminderRun> run)
    {
        run.ToTable("ReminderRuns");
        run.HasKey(r => r.Day);
        run.Property(r => r.Version).IsConcurrencyToken();
    }
}
