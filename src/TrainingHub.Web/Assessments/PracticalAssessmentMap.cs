using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Programmes;

namespace TrainingHub.Assessments;

internal sealed class PracticalAssessmentMap : IEntityTypeConfiguration<PracticalAssessment>
{
    public void Configure(EntityTypeBuilder<PracticalAssessment> assessment)
    {
        assessment.ToTable("PracticalAssessments");
        assessment.HasKey(a => a.Id);
        assessment.Property(a => a.Title).HasMaxLength(ProgrammePart.LongestTitle);
        assessment.Property(a => a.Result).HasMaxLength(PracticalAssessment.LongestResult);
        assessment.Property(a => a.Assessor).HasMaxLength(PracticalAssessment.LongestAssessor);
        assessment.Property(a => a.Reason).HasMaxLength(PracticalAssessment.LongestReason);
        assessment.Property(a => a.ProofHash).HasMaxLength(64);
        assessment.Property(a => a.ProofName).HasMaxLength(120);
        assessment.Property(a => a.ProofType).HasMaxLength(100);
        assessment.HasIndex(a => a.PersonId);
        assessment.HasIndex(a => a.OrganizationId);
        assessment.HasIndex(a => a.WithdrawsId).IsUnique();
    }
}
