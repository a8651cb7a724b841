using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Sessions.Plans;

internal sealed class PlanWishMap : IEntityTypeConfiguration<PlanWish>
{
    public void Configure(EntityTypeBuilder<PlanWish> wish)
    {
        wish.ToTable("PlanWishes");
        wish.HasKey(w => new { w.PlanId, w.PersonId, w.Number });
        wish.HasOne<BatchPlan>().WithMany().HasForeignKey(w => w.PlanId).OnDelete(DeleteBehavior.Cascade);
    }
}
