using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Coverage;

internal sealed class DeclarationMap : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> declaration)
    {
        declaration.ToTable("Declarations");
        declaration.Ignore(d => d.Effective);
        declaration.HasIndex(d => new { d.OrganizationId, d.Position });
    }
}
