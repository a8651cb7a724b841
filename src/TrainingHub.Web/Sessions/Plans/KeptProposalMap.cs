using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Sessions.Plans;

internal sealed class KeptProposalMap : IEntityTypeConfiguration<KeptProposal>
{
    public void Configure(EntityTypeBuilder<KeptProposal> proposal)
    {
        proposal.ToTable("KeptProposals");
        proposal.HasKey(p => new { p.PlanId, p.PersonId });
        proposal.Property(p => p.LeaseOwner).HasMaxLength(40);
        proposal.HasIndex(p => p.ComputedAt);
        proposal.HasOne<BatchPlan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Cascade);
    }
}
