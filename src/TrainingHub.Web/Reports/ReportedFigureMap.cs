using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;
using TrainingHub.Programmes;

namespace TrainingHub.Reports;

internal sealed class ReportedFigureMap : IEntityTypeConfiguration<ReportedFigure>
{
    public void Configure(EntityTypeBuilder<ReportedFigure> figure)
    {
        figure.ToTable("ReportedFigures");
        figure.HasKey(f => f.Id);
        figure.Ignore(f => f.Percentage);
        figure.Property(f => f.DocumentNumber).HasMaxLength(ReportedFigure.LongestDocument);
        figure.Property(f => f.Note).HasMaxLength(ReportedFigure.LongestNote);
        figure.Property(f => f.ScanName).HasMaxLength(ScanFile.LongestName);
        figure.Property(f => f.ScanType).HasMaxLength(100);
        figure.Property(f => f.ScanHash).HasMaxLength(64);
        figure.HasOne<CoverageTarget>().WithMany().HasForeignKey(f => f.TargetId).OnDelete(DeleteBehavior.Restrict);
        figure.HasOne<Organization>().WithMany().HasForeignKey(f => f.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
