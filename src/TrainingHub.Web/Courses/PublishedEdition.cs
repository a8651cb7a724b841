namespace TrainingHub.Courses;

/// <summary>A standard's edition as it stood beside the courses when they were published; replaced when the file changes.</summary>
public sealed class PublishedEdition
{
    public required string Slug { get; init; }
    public required string Edition { get; init; }

    /// <summary>JSON of the domain's edition.</summary>
    public required string Content { get; set; }
}
