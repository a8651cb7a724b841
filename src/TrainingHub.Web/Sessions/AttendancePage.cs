using TrainingHub.Hosting;

namespace TrainingHub.Sessions;

/// <summary>The keeper's list of one half-day.</summary>
public sealed record AttendancePage
{
    public required TrainingSession Session { get; init; }
    public required IReadOnlyList<SessionHalfDay> HalfDays { get; init; }

    /// <summary>The one that is shown.</summary>
    public required SessionHalfDay HalfDay { get; init; }
    public required ParticipantsFilter Filter { get; init; }
    public required IReadOnlyList<AttendanceRow> Rows { get; init; }
    public required Pages Pages { get; init; }
    public required AttendanceMeans Means { get; init; }

    /// <summary>Of everybody on the list.</summary>
    public required int Came { get; init; }
    public required int Ended { get; init; }

    /// <summary>Photographs of the signed sheet of this half-day, or of the session as a whole.</summary>
    public required IReadOnlyList<SessionFile> Sheets { get; init; }
}
