namespace TrainingHub.Questions;

/// <summary>The key of a question version. Read only to grade, and to show after release.</summary>
public sealed class PublishedKey
{
    public required string Hash { get; init; }

    /// <summary>Original option indices, comma-separated; empty where no option is right.</summary>
    public required string CorrectOptions { get; init; }
    public required string Explanation { get; init; }
    public string? StandardSlug { get; init; }
    public string? Edition { get; init; }
    public string? ClauseNumber { get; init; }
    public string? Document { get; init; }
    public string? Area { get; init; }
    public string? Statement { get; init; }

    /// <summary>JSON of a <see cref="KeyExtras"/>; null for a question that is answered by options alone.</summary>
    public string? Extras { get; init; }
}
