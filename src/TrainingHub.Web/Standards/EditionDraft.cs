namespace TrainingHub.Standards;

/// <summary>An edition that a unit writes and nobody else reads yet. Publishing makes a <see cref="PublishedEdition"/> of it and ends it.</summary>
public sealed class EditionDraft
{
    public required Guid Id { get; init; }

    /// <summary>The unit whose standard it becomes.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The document: made from the unit's code for a new one, that of the earlier editions for a further one.</summary>
    public required string Slug { get; init; }

    /// <summary>JSON of the domain's edition as it stands now.</summary>
    public required string Content { get; set; }

    /// <summary>Copies out of the content, for lists.</summary>
    public required string Title { get; set; }
    public required string NormalizedTitle { get; set; }
    public required string Edition { get; set; }
    public required StandardKind Kind { get; set; }

    public EditionReaders Readers { get; set; }

    /// <summary>Another one with every save: whoever saves has to know the last one.</summary>
    public required Guid Stamp { get; set; }

    public required Guid WrittenBy { get; set; }
    public required DateTime WrittenAt { get; set; }
}
