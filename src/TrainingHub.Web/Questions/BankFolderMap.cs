using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Questions;

internal sealed class BankFolderMap : IEntityTypeConfiguration<BankFolder>
{
    public void Configure(EntityTypeBuilder<BankFolder> row)
    {
        row.ToTable("BankFolders");
        row.HasKey(f => f.Id);
        row.Property(f => f.Name).HasMaxLength(BankFolder.LongestName);
        row.HasOne<Organization>().WithMany().HasForeignKey(f => f.OwnerId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<BankFolder>().WithMany().HasForeignKey(f => f.ParentId).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(f => f.OwnerId);
    }
}
