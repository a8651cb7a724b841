using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Contests;

internal sealed class ContestSeatMap : IEntityTypeConfiguration<ContestSeat>
{
    public void Configure(EntityTypeBuilder<ContestSeat> seat)
    {
        seat.ToTable("ContestSeats");
        seat.HasKey(s => new { s.ContestId, s.Number });
        seat.Property(s => s.Place).HasMaxLength(ContestSeat.LongestPlace);
        seat.Property(s => s.GuestName).HasMaxLength(60);
        // A person on two phones has one seat; nobody sits in the place of another.
        seat.HasIndex(s => new { s.ContestId, s.PersonId }).IsUnique();
        seat.HasIndex(s => new { s.ContestId, s.Place }).IsUnique();
        seat.HasIndex(s => s.PersonId);
    }
}
