using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Reports;

internal sealed class ReportSectionMap : IEntityTypeConfiguration<ReportSection>
{
    public void Configure(EntityTypeBuilder<ReportSection> section)
    {
        section.ToTable("ReportSections");
        section.HasKey(s => new { s.ReportId, s.Number });
        section.Property(s => s.Content).HasMaxLength(8_000_000);
        section.HasOne<Report>().WithMany().HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}
