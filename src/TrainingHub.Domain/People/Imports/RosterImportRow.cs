namespace TrainingHub.People.Imports;

/// <summary>A row of a roster with its verdict, or a post that a full list leaves out.</summary>
public sealed class RosterImportRow
{
    public required Guid ImportId { get; init; }

    /// <summary>Order of writing, from 1: see <see cref="RowPlan.InWritingOrder"/>.</summary>
    public required int Sequence { get; init; }
    public required string Sheet { get; init; }

    /// <summary>Number on the sheet; 0 for a post that a full list leaves out.</summary>
    public required int RowNumber { get; init; }
    public required RowVerdict Verdict { get; set; }
    public RowReason Reason { get; set; }
    public RosterColumn Column { get; set; }

    /// <summary>Such as C38; empty when the file has no such column.</summary>
    public string Cell { get; set; } = "";
    public string Found { get; set; } = "";
    public string Detail { get; set; } = "";

    /// <summary>What else is wrong with the row, <see cref="RowFault"/>s as JSON.</summary>
    public string MoreProblems { get; init; } = "[]";

    /// <summary>Name of the person, as on the roster or, when new, as in the file.</summary>
    public required string PersonName { get; init; }

    /// <summary>The cells of the row as JSON, column to text; empty for a post that a full list leaves out.</summary>
    public required string Typed { get; init; }

    /// <summary><see cref="FieldChange"/>s as JSON.</summary>
    public string Differences { get; init; } = "[]";

    public Guid? PersonId { get; init; }
    public bool IsNewPerson { get; init; }
    public Guid? CandidateId { get; init; }
    public string? StaffNumber { get; init; }
    public string? Phone { get; init; }
    public PostChange Change { get; init; }
    public Guid? PostId { get; init; }
    public Guid? OrganizationId { get; init; }
    public Guid? PositionId { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public Employment Employment { get; init; }
    public bool IsPrimary { get; init; }
    public bool IsStartPresumed { get; init; }

    public bool IsFromFile => RowNumber > 0;
}
