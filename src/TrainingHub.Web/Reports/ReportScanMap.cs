using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Reports;

internal sealed class ReportScanMap : IEntityTypeConfiguration<ReportScan>
{
    public void Configure(EntityTypeBuilder<ReportScan> scan)
    {
        scan.ToTable("ReportScans");
        scan.HasKey(s => s.Id);
        scan.Property(s => s.Name).HasMaxLength(ScanFile.LongestName);
        scan.Property(s => s.ContentType).HasMaxLength(100);
        scan.Property(s => s.Hash).HasMaxLength(64);
        scan.HasOne<Report>().WithMany().HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}
