using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Sessions;

internal sealed class ParticipantMap : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.ToTable("SessionParticipants");
        participant.HasKey(p => p.Id);
        participant.Property(p => p.GuestName).HasMaxLength(60);
        participant.Property(p => p.GuestUnit).HasMaxLength(120);
        participant.Property(p => p.GuestPhone).HasMaxLength(20);
        participant.Property(p => p.Reason).HasMaxLength(Participant.LongestReason);
        participant.Property(p => p.Version).IsConcurrencyToken();
        participant.Ignore(p => p.HoldsSeat);
        participant.HasOne<TrainingSession>().WithMany().HasForeignKey(p => p.SessionId).OnDelete(DeleteBehavior.Restrict);
        participant.HasIndex(p => new { p.SessionId, p.PersonId }).IsUnique();
        participant.HasIndex(p => p.PersonId);
    }
}
