using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Questions;

/// <summary>What becomes of many questions at once; what is null or empty stays as it is.</summary>
public sealed record BulkChange
{
    [StringLength(400)]
    public string? AddTags { get; init; }

    [StringLength(400)]
    public string? RemoveTags { get; init; }

    [StringLength(400)]
    public string? AddPoints { get; init; }

    public BankStep? NewStep { get; init; }
    public QuestionUse? NewUse { get; init; }

    [Range(1, 3)]
    public int? NewDifficulty { get; init; }

    public Guid? NewFolder { get; init; }

    /// <summary>The clause on which they rest from now on, or the edition in which they rest on their clauses, in words or as it is kept.</summary>
    [StringLength(400)]
    public string? NewBasis { get; init; }

    [StringLength(BankQuestion.LongestSource)]
    public string? NewSource { get; init; }

    /// <summary>To questions that are given back.</summary>
    [StringLength(BankQuestion.LongestRemark)]
    public string? Remark { get; init; }

    public bool IsEmpty => BankWords.Split(AddTags) is [] && BankWords.Split(AddPoints) is [] && BankWords.Split(RemoveTags) is []
        && string.IsNullOrWhiteSpace(NewBasis) && string.IsNullOrWhiteSpace(NewSource)
        && NewStep is null && NewUse is null && NewDifficulty is null && NewFolder is null;
}
