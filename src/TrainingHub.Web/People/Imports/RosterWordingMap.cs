using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People.Imports;

internal sealed class RosterWordingMap : IEntityTypeConfiguration<RosterWording>
{
    public void Configure(EntityTypeBuilder<RosterWording> wording)
    {
        wording.ToTable("RosterWordings");
        wording.HasKey(w => new { w.OrganizationId, w.Column, w.Folded });
        wording.Property(w => w.Folded).HasMaxLength(4 * RosterWording.LongestWord);
        wording.Property(w => w.Word).HasMaxLength(RosterWording.LongestWord);
        wording.Property(w => w.SetAt).IsConcurrencyToken();
    }
}
