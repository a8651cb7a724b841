using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Sessions;

internal sealed class SessionFileMap : IEntityTypeConfiguration<SessionFile>
{
    public void Configure(EntityTypeBuilder<SessionFile> file)
    {
        file.ToTable("SessionFiles");
        file.HasKey(f => f.Id);
        file.Property(f => f.Name).HasMaxLength(120);
        file.Property(f => f.ContentType).HasMaxLength(100);
        file.Property(f => f.Hash).HasMaxLength(64);
        file.HasOne<TrainingSession>().WithMany().HasForeignKey(f => f.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}
