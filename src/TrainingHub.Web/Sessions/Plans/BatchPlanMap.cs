using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;
using TrainingHub.Programmes;

namespace TrainingHub.Sessions.Plans;

internal sealed class BatchPlanMap : IEntityTypeConfiguration<BatchPlan>
{
    public void Configure(EntityTypeBuilder<BatchPlan> plan)
    {
        plan.ToTable("BatchPlans");
        plan.HasKey(p => p.Id);
        plan.Property(p => p.Title).HasMaxLength(BatchPlan.LongestTitle);
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<CoverageTarget>().WithMany().HasForeignKey(p => p.TargetId).OnDelete(DeleteBehavior.Restrict);
    }
}
