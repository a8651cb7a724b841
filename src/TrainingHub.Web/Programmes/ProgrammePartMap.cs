using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Programmes;

internal sealed class ProgrammePartMap : IEntityTypeConfiguration<ProgrammePart>
{
    public void Configure(EntityTypeBuilder<ProgrammePart> part)
    {
        part.ToTable("ProgrammeParts");
        part.HasKey(p => p.Id);
        part.Property(p => p.CourseSlug).HasMaxLength(80);
        part.Property(p => p.QuizSlug).HasMaxLength(80);
        part.Property(p => p.Courses).HasMaxLength(2000);
        part.Property(p => p.Title).HasMaxLength(ProgrammePart.LongestTitle);
        part.HasIndex(p => new { p.RuleId, p.Number }).IsUnique();
        part.HasIndex(p => p.QuizSlug);
    }
}
