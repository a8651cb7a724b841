using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Records;

internal sealed class RevocationMap : IEntityTypeConfiguration<Revocation>
{
    public void Configure(EntityTypeBuilder<Revocation> revocation)
    {
        revocation.ToTable("Revocations");
        revocation.HasKey(r => r.Id);
        revocation.Property(r => r.Reason).HasMaxLength(400);
        revocation.HasIndex(r => r.RecordId).IsUnique();
        // What was recorded lately is sealed.
        revocation.HasIndex(r => r.RecordedAt);
    }
}
