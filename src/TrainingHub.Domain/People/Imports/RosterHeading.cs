namespace TrainingHub.People.Imports;

/// <summary>What a unit calls a column of its rosters, as a person said once; holds for the unit and everything below it.</summary>
public sealed class RosterHeading
{
    public const int LongestHeading = 40;

    public required Guid OrganizationId { get; init; }

    /// <summary>As the file writes it, folded (see <see cref="RosterHeader.Fold"/>).</summary>
    public required string Folded { get; init; }

    /// <summary>As the file writes it.</summary>
    public required string Heading { get; init; }
    public required RosterColumn Column { get; init; }
    public required DateTime SetAt { get; init; }
    public required Guid SetBy { get; init; }
}
