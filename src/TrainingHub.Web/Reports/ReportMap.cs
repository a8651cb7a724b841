using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Reports;

internal sealed class ReportMap : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.ToTable("Reports");
        report.HasKey(r => r.Id);
        report.Property(r => r.UnitName).HasMaxLength(120);
        report.Property(r => r.RecipientName).HasMaxLength(120);
        report.Property(r => r.Columns).HasMaxLength(4000);
        report.HasIndex(r => new { r.OrganizationId, r.Kind, r.Due, r.Number }).IsUnique();
        report.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
