using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People.Imports;

internal sealed class RosterImportRowMap : IEntityTypeConfiguration<RosterImportRow>
{
    public void Configure(EntityTypeBuilder<RosterImportRow> row)
    {
        row.ToTable("RosterImportRows");
        row.HasKey(r => new { r.ImportId, r.Sequence });
        row.Property(r => r.Sheet).HasMaxLength(60);
        row.Property(r => r.Cell).HasMaxLength(16);
        row.Property(r => r.Found).HasMaxLength(200);
        row.Property(r => r.Detail).HasMaxLength(1000);
        row.Property(r => r.MoreProblems).HasMaxLength(8000);
        row.Property(r => r.PersonName).HasMaxLength(60);
        row.Property(r => r.Typed).HasMaxLength(4000);
        row.Property(r => r.Differences).HasMaxLength(4000);
        row.Property(r => r.StaffNumber).HasMaxLength(40);
        row.Property(r => r.Phone).HasMaxLength(20);
        row.HasIndex(r => new { r.ImportId, r.Verdict, r.Reason });
    }
}
