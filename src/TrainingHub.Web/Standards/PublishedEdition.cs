namespace TrainingHub.Standards;

/// <summary>A standard's edition as it is read now: out of the files that travel with the application, or entered by a unit.</summary>
public sealed class PublishedEdition
{
    public required string Slug { get; init; }
    public required string Edition { get; init; }

    /// <summary>JSON of the domain's edition. It follows the file that travels with the application; what a unit entered never changes.</summary>
    public required string Content { get; set; }

    /// <summary>The unit that entered it; null for what travels with the application.</summary>
    public Guid? OwnerId { get; init; }

    public EditionReaders Readers { get; set; }

    public DateTime PublishedAt { get; set; }

    /// <summary>Who published it for the unit; null for what travels with the application.</summary>
    public Guid? PublishedBy { get; init; }

    /// <summary>Last day on which it holds (included), said after publication; null when nothing more was said than the content says.</summary>
    public DateOnly? EndsOn { get; set; }

    public Guid? EndedBy { get; set; }

    /// <summary>When anything of the row was written last: what readers that keep it in memory ask for.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Notes that something of the row was written: always later than before, even where the clock did not move.</summary>
    public void Touch(DateTime now) => ChangedAt = now > ChangedAt ? now : ChangedAt.AddMilliseconds(1);
}
