using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.People.Imports;

namespace TrainingHub.People.Transfers;

internal sealed class TransferRequestMap : IEntityTypeConfiguration<TransferRequest>
{
    public void Configure(EntityTypeBuilder<TransferRequest> request)
    {
        request.ToTable("TransferRequests");
        request.Property(r => r.Code).HasMaxLength(16);
        request.Property(r => r.NameGiven).HasMaxLength(60);
        request.Property(r => r.State).IsConcurrencyToken();
        request.HasIndex(r => r.Code).IsUnique();
        request.HasIndex(r => r.SourceOrganizationId);
        request.HasIndex(r => r.TargetOrganizationId);
    }
}
