using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Sessions;

internal sealed class LecturerMap : IEntityTypeConfiguration<Lecturer>
{
    public void Configure(EntityTypeBuilder<Lecturer> lecturer)
    {
        lecturer.ToTable("Lecturers");
        lecturer.HasKey(one => one.Id);
        lecturer.Property(one => one.Name).HasMaxLength(Lecturer.LongestName);
        lecturer.Property(one => one.Unit).HasMaxLength(Lecturer.LongestText);
        lecturer.Property(one => one.Title).HasMaxLength(Lecturer.LongestText);
        lecturer.Property(one => one.Version).IsConcurrencyToken();
        lecturer.HasOne<Organization>().WithMany().HasForeignKey(one => one.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
