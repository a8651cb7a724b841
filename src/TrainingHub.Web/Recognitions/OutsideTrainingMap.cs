using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Recognitions;

internal sealed class OutsideTrainingMap : IEntityTypeConfiguration<OutsideTraining>
{
    public void Configure(EntityTypeBuilder<OutsideTraining> training)
    {
        training.ToTable("OutsideTrainings");
        training.Property(t => t.Title).HasMaxLength(OutsideTraining.LongestTitle);
        training.Property(t => t.Organizer).HasMaxLength(OutsideTraining.LongestOrganizer);
        training.Property(t => t.Result).HasMaxLength(OutsideTraining.LongestResult);
        training.Property(t => t.CourseSlug).HasMaxLength(80);
        training.Property(t => t.ProofHash).HasMaxLength(64);
        training.Property(t => t.ProofName).HasMaxLength(120);
        training.Property(t => t.ProofType).HasMaxLength(100);
        training.HasIndex(t => t.PersonId);
        training.HasIndex(t => new { t.OrganizationId, t.State });
    }
}
