namespace TrainingHub.Questions;

/// <summary>A further clause that the newest version of a bank's question rests on, beside the one on the question itself.</summary>
public sealed class BankClause
{
    public required Guid BankQuestionId { get; init; }

    /// <summary>Slug of the document.</summary>
    public required string StandardSlug { get; init; }
    public required string Edition { get; init; }
    public required string ClauseNumber { get; init; }
}
