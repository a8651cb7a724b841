namespace TrainingHub.People.Imports;

/// <summary>
/// What a word for a post or a kind of employment means in a unit's rosters, as a person said once; holds for the unit and everything below it.
/// One of the three is said: the post, the kind of employment, or that rows with the word are left out.
/// </summary>
public sealed class RosterWording
{
    /// <summary>Longer ones are no words: nothing is asked of them.</summary>
    public const int LongestWord = 60;

    public required Guid OrganizationId { get; init; }

    /// <summary><see cref="RosterColumn.Position"/> or <see cref="RosterColumn.Employment"/>.</summary>
    public required RosterColumn Column { get; init; }

    /// <summary>As the file writes it, folded.</summary>
    public required string Folded { get; init; }

    /// <summary>As the file writes it.</summary>
    public required string Word { get; init; }
    public Guid? PositionId { get; set; }
    public Employment? Employment { get; set; }

    /// <summary>Whether rows with the word are not imported.</summary>
    public bool IsLeftOut { get; set; }
    public required DateTime SetAt { get; set; }
    public required Guid SetBy { get; set; }
}
