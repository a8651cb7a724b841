using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Quizzes;

internal sealed class AttemptMap : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.ToTable("Attempts");
        attempt.HasKey(a => a.Id);
        attempt.Ignore(a => a.WaitsForMarks);
        attempt.Property(a => a.QuizSlug).HasMaxLength(80);
        attempt.Property(a => a.CourseSlug).HasMaxLength(80);
        attempt.Property(a => a.CourseHash).HasMaxLength(64);
        attempt.Property(a => a.Device).HasMaxLength(DeviceMark.Length);
        attempt.Property(a => a.LogHash).HasMaxLength(64);
        attempt.Property(a => a.Version).IsConcurrencyToken();
        attempt.HasIndex(a => new { a.PersonId, a.QuizSlug, a.Number }).IsUnique();
        // One open attempt per person and quiz: a double click starts one.
        attempt.HasIndex(a => new { a.PersonId, a.QuizSlug }).IsUnique().HasFilter("\"SubmittedAt\" IS NULL").HasDatabaseName("IX_Attempts_Open");
        // The lists and results of one quiz, in the order in which they were begun.
        attempt.HasIndex(a => new { a.QuizSlug, a.StartedAt });
        attempt.HasIndex(a => a.Deadline).HasFilter("\"SubmittedAt\" IS NULL").HasDatabaseName("IX_Attempts_Overdue");
    }
}
