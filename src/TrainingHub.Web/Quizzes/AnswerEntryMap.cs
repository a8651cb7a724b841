using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

internal sealed class AnswerEntryMap : IEntityTypeConfiguration<AnswerEntry>
{
    public void Configure(EntityTypeBuilder<AnswerEntry> answer)
    {
        answer.ToTable("AnswerEntries");
        answer.HasKey(a => new { a.AttemptId, a.Item, a.Version });
        answer.Property(a => a.Choice).HasMaxLength(Response.MostCharacters);
    }
}
