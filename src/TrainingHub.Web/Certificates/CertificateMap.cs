using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Certificates;

internal sealed class CertificateMap : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.ToTable("Certificates");
        certificate.HasKey(c => c.Id);
        certificate.Property(c => c.Serial).HasMaxLength(60);
        certificate.Property(c => c.Code).HasMaxLength(24);
        certificate.Property(c => c.Title).HasMaxLength(60);
        certificate.Property(c => c.ProgrammeName).HasMaxLength(120);
        certificate.Property(c => c.IssuerName).HasMaxLength(120);
        certificate.HasIndex(c => c.Serial).IsUnique();
        certificate.HasIndex(c => c.Code).IsUnique();
        certificate.HasIndex(c => c.RecordId).IsUnique();
        certificate.HasIndex(c => c.PersonId);
    }
}
