using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests;

internal sealed class ContestCreditMap : IEntityTypeConfiguration<ContestCredit>
{
    public void Configure(EntityTypeBuilder<ContestCredit> credit)
    {
        credit.ToTable("ContestCredits");
        credit.HasKey(c => c.Id);
        credit.HasIndex(c => new { c.ContestId, c.PersonId }).IsUnique();
        credit.HasIndex(c => c.PersonId);
    }
}
