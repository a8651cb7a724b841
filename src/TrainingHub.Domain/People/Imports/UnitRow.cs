using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>One row of a list of organizations as read. Null where the file says nothing.</summary>
public sealed record UnitRow
{
    public required string Sheet { get; init; }

    /// <summary>Number of the row on its sheet, from one, as Excel shows it.</summary>
    public required int Number { get; init; }

    /// <summary>As typed, without blanks at the ends.</summary>
    public string Name { get; init; } = "";
    public string? Code { get; init; }
    public string? Above { get; init; }
    public OrganizationKind? Kind { get; init; }
    public SchoolStages? Stages { get; init; }
    public OrganizationFlags? Flags { get; init; }
    public string? Area { get; init; }
    public DateOnly? From { get; init; }

    /// <summary>The first thing that is wrong with it as it stands, and where.</summary>
    public UnitReason Reason { get; init; }
    public UnitColumn Column { get; init; }
    public string Found { get; init; } = "";
}
