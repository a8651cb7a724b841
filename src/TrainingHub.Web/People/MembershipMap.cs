using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People;

internal sealed class MembershipMap : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("Memberships");
        membership.HasIndex(m => m.PersonId);
        membership.HasIndex(m => m.OrganizationId);
        // Who joined or left within some days, of a whole city.
        membership.HasIndex(m => m.From);
        membership.HasIndex(m => m.Until);
    }
}
