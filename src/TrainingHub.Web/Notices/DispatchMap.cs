using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Notices;

internal sealed class DispatchMap : IEntityTypeConfiguration<Dispatch>
{
    public void Configure(EntityTypeBuilder<Dispatch> dispatch)
    {
        dispatch.ToTable("Dispatches");
        dispatch.HasKey(d => d.Id);
        dispatch.Property(d => d.Key).HasMaxLength(Dispatch.LongestKey);
        dispatch.Property(d => d.To).HasMaxLength(Dispatch.LongestTo);
        dispatch.Property(d => d.Subject).HasMaxLength(Dispatch.LongestSubject);
        dispatch.Property(d => d.Body).HasMaxLength(Dispatch.LongestBody);
        dispatch.Property(d => d.Fault).HasMaxLength(Dispatch.LongestFault);
        dispatch.Property(d => d.Version).IsConcurrencyToken();
        dispatch.HasIndex(d => d.Key).IsUnique();
        dispatch.HasIndex(d => d.DueAt).HasFilter("\"SentAt\" IS NULL AND \"GivenUpAt\" IS NULL");
    }
}
