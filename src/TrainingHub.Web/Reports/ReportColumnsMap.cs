using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Reports;

internal sealed class ReportColumnsMap : IEntityTypeConfiguration<ReportColumns>
{
    public void Configure(EntityTypeBuilder<ReportColumns> columns)
    {
        columns.ToTable("ReportColumns");
        columns.HasKey(c => c.OrganizationId);
        columns.Property(c => c.Choices).HasMaxLength(4000);
        columns.Property(c => c.ChangedAt).IsConcurrencyToken();
        columns.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
