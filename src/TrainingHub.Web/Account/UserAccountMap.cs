using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Account;

internal sealed class UserAccountMap : IEntityTypeConfiguration<UserAccount>
{
    public void Configure(EntityTypeBuilder<UserAccount> account)
    {
        account.ToTable("Accounts");
        account.HasIndex(a => a.PersonId).IsUnique();
    }
}
