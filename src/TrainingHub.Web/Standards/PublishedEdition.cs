namespace TrainingHub.Standards;

/// <summary>A standard's edition as it is read now: out of the files that travel with the application, or entered by a unit.</summary>
public sealed class PublishedEdition
{
    public required string Slug { get; init; }
    public required string Edition { get; init; }

    /// <summary>JSON of the domain's edition; changed when the file changes or the unit publishes a correction.</summary>
    public required string Content { get; set; }

    /// <summary>The unit that entered it; null for what travels with the application.</summary>
    public Guid? OwnerId { get; init; }

    public EditionReaders Readers { get; set; }

    public DateTime PublishedAt { get; set; }
}
