using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Sessions;

internal sealed class AttendanceMap : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.ToTable("SessionAttendances");
        attendance.HasKey(a => a.Id);
        attendance.Property(a => a.Version).IsConcurrencyToken();
        attendance.Ignore(a => a.Marks);
        attendance.HasOne<Participant>().WithMany().HasForeignKey(a => a.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        attendance.HasIndex(a => new { a.ParticipantId, a.HalfDay }).IsUnique();
        attendance.HasIndex(a => new { a.SessionId, a.HalfDay });
        // A ticket opens for one person.
        attendance.HasIndex(a => a.ArrivalTicket).IsUnique();
        attendance.HasIndex(a => a.EndTicket).IsUnique();
    }
}
