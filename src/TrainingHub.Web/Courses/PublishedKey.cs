namespace TrainingHub.Courses;

/// <summary>The key of a question version. Read only to grade, and to show after release.</summary>
public sealed class PublishedKey
{
    public required string Hash { get; init; }

    /// <summary>Original option indices, comma-separated.</summary>
    public required string CorrectOptions { get; init; }
    public required string Explanation { get; init; }
    public string? StandardSlug { get; init; }
    public string? Edition { get; init; }
    public string? ClauseNumber { get; init; }
    public string? Document { get; init; }
    public string? Area { get; init; }
    public string? Statement { get; init; }
}
