using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Questions;

internal sealed class PublishedQuestionMap : IEntityTypeConfiguration<PublishedQuestion>
{
    public void Configure(EntityTypeBuilder<PublishedQuestion> question)
    {
        question.ToTable("PublishedQuestions");
        question.HasKey(q => q.Hash);
        question.Property(q => q.Hash).HasMaxLength(64);
        question.Property(q => q.QuestionId).HasMaxLength(80);
        question.Property(q => q.Stem).HasMaxLength(4000);
        question.Property(q => q.Options).HasMaxLength(16_000);
        question.Property(q => q.Extras).HasMaxLength(64_000);
    }
}
