namespace TrainingHub.Questions;

/// <summary>A question of a bank in a list.</summary>
public sealed class QuestionRow
{
    public required Guid Id { get; init; }
    public required string QuestionId { get; init; }
    public required string Title { get; init; }
    public required QuestionKind Kind { get; init; }
    public required BankStatus Status { get; init; }
    public required int Number { get; init; }
    public required int? PublishedNumber { get; init; }
    public required QuestionUse Use { get; init; }
    public required int Difficulty { get; init; }
    public required Guid OwnerId { get; init; }
    public required string Unit { get; init; }
    public required string? Folder { get; init; }
    public required string? StandardSlug { get; init; }
    public required string? Edition { get; init; }
    public required string? ClauseNumber { get; init; }
    public required string? Source { get; init; }
    public required BankAttention Attention { get; init; }
    public required DateTime UpdatedAt { get; init; }
}
