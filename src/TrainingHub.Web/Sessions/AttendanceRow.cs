namespace TrainingHub.Sessions;

/// <summary>Somebody on the list of a session, with what stands of them.</summary>
public sealed record AttendanceRow
{
    public required Guid ParticipantId { get; init; }

    /// <summary>Null for a guest.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>Null once anonymized.</summary>
    public required string? Name { get; init; }
    public required string? StaffNumber { get; init; }

    /// <summary>Of today; of a guest as they said; empty without.</summary>
    public required string UnitName { get; init; }
    public required string PositionName { get; init; }
    public required bool HasAccount { get; init; }
    public required ParticipantState State { get; init; }

    /// <summary>Why they declined; null otherwise.</summary>
    public required string? Reason { get; init; }

    /// <summary>By number of the half-day; absent where nothing was entered.</summary>
    public IReadOnlyDictionary<int, AttendanceMarks> Marks { get; init; } = new Dictionary<int, AttendanceMarks>();

    /// <summary>By number of the half-day: when they came, in the zone, and how we know.</summary>
    public IReadOnlyDictionary<int, (DateTime At, AttendanceMeans Means)> Arrivals { get; init; } = new Dictionary<int, (DateTime, AttendanceMeans)>();

    public bool IsGuest => PersonId is null;
}
