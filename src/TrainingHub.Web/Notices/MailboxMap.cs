using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Notices;

internal sealed class MailboxMap : IEntityTypeConfiguration<Mailbox>
{
    public void Configure(EntityTypeBuilder<Mailbox> mailbox)
    {
        mailbox.ToTable("Mailboxes");
        mailbox.HasKey(m => m.PersonId);
        mailbox.Property(m => m.Address).HasMaxLength(Mailbox.LongestAddress);
        mailbox.Property(m => m.CodeHash).HasMaxLength(64);
        mailbox.Property(m => m.Version).IsConcurrencyToken();
    }
}
