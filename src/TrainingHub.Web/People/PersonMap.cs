using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.People;

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Property(p => p.Name).HasMaxLength(60);
        person.Property(p => p.NormalizedName).HasMaxLength(60);
        person.Property(p => p.StaffNumber).HasMaxLength(40);
        person.Property(p => p.Phone).HasMaxLength(20);
        person.HasIndex(p => p.StaffNumber).IsUnique();
        person.HasIndex(p => p.Phone);
        person.HasIndex(p => p.NormalizedName);
    }
}
