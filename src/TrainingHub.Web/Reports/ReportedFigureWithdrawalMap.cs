using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Reports;

internal sealed class ReportedFigureWithdrawalMap : IEntityTypeConfiguration<ReportedFigureWithdrawal>
{
    public void Configure(EntityTypeBuilder<ReportedFigureWithdrawal> withdrawal)
    {
        withdrawal.ToTable("ReportedFigureWithdrawals");
        withdrawal.HasKey(w => w.Id);
        withdrawal.Property(w => w.Reason).HasMaxLength(ReportedFigureWithdrawal.LongestReason);
        withdrawal.HasIndex(w => w.FigureId).IsUnique();
    }
}
