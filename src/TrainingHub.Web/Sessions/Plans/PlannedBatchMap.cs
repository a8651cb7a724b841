using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Sessions.Plans;

internal sealed class PlannedBatchMap : IEntityTypeConfiguration<PlannedBatch>
{
    public void Configure(EntityTypeBuilder<PlannedBatch> batch)
    {
        batch.ToTable("PlannedBatches");
        batch.HasKey(b => new { b.PlanId, b.Number });
        batch.Property(b => b.Place).HasMaxLength(SessionTerms.LongestPlace);
        batch.HasOne<BatchPlan>().WithMany().HasForeignKey(b => b.PlanId).OnDelete(DeleteBehavior.Cascade);
        batch.HasOne<TrainingSession>().WithMany().HasForeignKey(b => b.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}
