using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Quizzes.Arranged;

internal sealed class ArrangedQuizMap : IEntityTypeConfiguration<ArrangedQuiz>
{
    public void Configure(EntityTypeBuilder<ArrangedQuiz> quiz)
    {
        quiz.ToTable("ArrangedQuizzes");
        quiz.HasKey(q => q.Id);
        quiz.Property(q => q.Slug).HasMaxLength(16);
        quiz.Property(q => q.Title).HasMaxLength(QuizTerms.LongestTitle);
        quiz.Property(q => q.Terms).HasMaxLength(TermsJson.MostCharacters);
        quiz.Property(q => q.Version).IsConcurrencyToken();
        quiz.Ignore(q => q.IsRunning);
        quiz.HasOne<Organization>().WithMany().HasForeignKey(q => q.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        quiz.HasIndex(q => q.Slug).IsUnique();
        quiz.HasIndex(q => new { q.Standing, q.ClosesAt });
    }
}
