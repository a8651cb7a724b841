using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TrainingHub.Organizations;

namespace TrainingHub.Questions;

internal sealed class BankQuestionMap : IEntityTypeConfiguration<BankQuestion>
{
    public void Configure(EntityTypeBuilder<BankQuestion> row)
    {
        row.ToTable("BankQuestions");
        row.HasKey(q => q.Id);
        row.Property(q => q.QuestionId).HasMaxLength(80);
        row.Property(q => q.Origin).HasMaxLength(80);
        row.Property(q => q.Hash).HasMaxLength(64);
        row.Property(q => q.Fingerprint).HasMaxLength(64);
        row.Property(q => q.PublishedHash).HasMaxLength(64);
        row.Property(q => q.StandardSlug).HasMaxLength(80);
        row.Property(q => q.Edition).HasMaxLength(40);
        row.Property(q => q.ClauseNumber).HasMaxLength(80);
        row.Property(q => q.CaseId).HasMaxLength(80);
        row.Property(q => q.Source).HasMaxLength(BankQuestion.LongestSource);
        row.Property(q => q.Title).HasMaxLength(BankContent.LongestTitle);
        row.Property(q => q.SearchText).HasMaxLength(BankQuestion.LongestSearchText);
        row.Property(q => q.Remark).HasMaxLength(BankQuestion.LongestRemark);
        row.Property(q => q.Revision).IsConcurrencyToken();
        row.Ignore(q => q.IsDrawn);
        row.HasOne<Organization>().WithMany().HasForeignKey(q => q.OwnerId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<BankFolder>().WithMany().HasForeignKey(q => q.FolderId).OnDelete(DeleteBehavior.Restrict);
        row.HasIndex(q => q.QuestionId).IsUnique();
        row.HasIndex(q => new { q.OwnerId, q.Fingerprint });
        row.HasIndex(q => new { q.OwnerId, q.QuestionId });
        // A list of a bank in its order, filtered and counted without reading a row.
        row.HasIndex(q => new { q.OwnerId, q.UpdatedAt, q.Id, q.Kind, q.Status, q.Use, q.Difficulty, q.FolderId, q.Attention, q.StandardSlug, q.Edition, q.ClauseNumber }).HasDatabaseName("IX_BankQuestions_List");
        row.HasIndex(q => new { q.StandardSlug, q.Edition, q.ClauseNumber });
        row.HasIndex(q => new { q.OwnerId, q.CaseId });
        row.HasIndex(q => q.UpdatedAt);
        row.HasIndex(q => q.Origin);
        row.HasIndex(q => q.Hash);
        row.HasIndex(q => q.PublishedHash);
    }
}
