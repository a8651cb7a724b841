using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Reports;

internal sealed class ReportNamesMap : IEntityTypeConfiguration<ReportNames>
{
    public void Configure(EntityTypeBuilder<ReportNames> names)
    {
        names.ToTable("ReportNames");
        names.HasKey(n => new { n.ListId, n.Number });
        names.Property(n => n.Content).HasMaxLength(1_000_000);
        names.HasOne<Report>().WithMany().HasForeignKey(n => n.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}
