using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Reports;

internal sealed class ReportPersonMap : IEntityTypeConfiguration<ReportPerson>
{
    public void Configure(EntityTypeBuilder<ReportPerson> person)
    {
        person.ToTable("ReportPeople");
        person.HasKey(p => new { p.ReportId, p.PersonId });
        person.Property(p => p.NamesDigest).HasMaxLength(64);
        person.HasIndex(p => p.PersonId);
        person.HasOne<Report>().WithMany().HasForeignKey(p => p.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}
