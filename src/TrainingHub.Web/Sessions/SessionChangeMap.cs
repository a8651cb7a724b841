using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Sessions;

internal sealed class SessionChangeMap : IEntityTypeConfiguration<SessionChange>
{
    public void Configure(EntityTypeBuilder<SessionChange> change)
    {
        change.ToTable("SessionChanges");
        change.HasKey(c => c.Id);
        change.Property(c => c.Details).HasMaxLength(SessionLog.MostCharacters);
        change.HasIndex(c => new { c.SessionId, c.At });
    }
}
