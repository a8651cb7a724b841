using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Sessions;

internal sealed class SessionHalfDayMap : IEntityTypeConfiguration<SessionHalfDay>
{
    public void Configure(EntityTypeBuilder<SessionHalfDay> half)
    {
        half.ToTable("SessionHalfDays");
        half.HasKey(h => new { h.SessionId, h.Number });
        half.Ignore(h => h.Span);
        half.HasOne<TrainingSession>().WithMany().HasForeignKey(h => h.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}
