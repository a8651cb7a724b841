namespace TrainingHub.Questions;

/// <summary>What may be shown of a question version. Its key lies in another table, <see cref="PublishedKey"/>.</summary>
public sealed class PublishedQuestion
{
    public required string Hash { get; init; }
    public required string QuestionId { get; init; }
    public required QuestionKind Kind { get; init; }
    public required string Stem { get; init; }

    /// <summary>JSON array of texts.</summary>
    public required string Options { get; init; }

    /// <summary>JSON of a <see cref="PromptExtras"/>; null for a question that has none.</summary>
    public string? Extras { get; init; }
}
