namespace TrainingHub.Sessions;

/// <summary>签到 of one person on the list for one half-day.</summary>
public sealed class Attendance
{
    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>Number of the half-day, from 1.</summary>
    public required int HalfDay { get; init; }
    public required Guid ParticipantId { get; init; }

    /// <summary>UTC; null when the keeper took it back.</summary>
    public DateTime? ArrivedAt { get; private set; }
    public AttendanceMeans ArrivedBy { get; private set; }

    /// <summary>The ticket of the browser; each opens once. Null by list and paper.</summary>
    public Guid? ArrivalTicket { get; private set; }

    /// <summary>散场签退, UTC; null when there is none.</summary>
    public DateTime? EndedAt { get; private set; }
    public Guid? EndTicket { get; private set; }
    public bool IsLate { get; private set; }
    public bool LeftEarly { get; private set; }

    /// <summary>The keeper who last changed it; null when only the person did.</summary>
    public Guid? MarkedBy { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public AttendanceMarks Marks =>
        (ArrivedAt is null ? AttendanceMarks.None : AttendanceMarks.Arrived) | (EndedAt is null ? AttendanceMarks.None : AttendanceMarks.Ended)
        | (IsLate ? AttendanceMarks.Late : AttendanceMarks.None) | (LeftEarly ? AttendanceMarks.LeftEarly : AttendanceMarks.None);

    /// <summary>Whether the half-day counts: there, not left early, and signed out where that is asked. Late counts.</summary>
    public bool Counts(bool asksSecondScan) => Counts(Marks, asksSecondScan);

    /// <summary>The same of marks alone.</summary>
    public static bool Counts(AttendanceMarks marks, bool asksSecondScan) =>
        marks.HasFlag(AttendanceMarks.Arrived) && !marks.HasFlag(AttendanceMarks.LeftEarly) && (!asksSecondScan || marks.HasFlag(AttendanceMarks.Ended));

    /// <summary>Signs in by code. False, and nothing changes, when that was done before: nobody arrives twice.</summary>
    /// <param name="ticket">Of the browser.</param>
    /// <param name="means">With an account, or with name and phone.</param>
    /// <param name="isLate">Whether the half-day had begun.</param>
    /// <param name="now">UTC.</param>
    public bool Arrive(Guid ticket, AttendanceMeans means, bool isLate, DateTime now)
    {
        if (ArrivedAt is not null)
        {
            return false;
        }

        (ArrivedAt, ArrivedBy, ArrivalTicket, IsLate) = (now, means, ticket, isLate);
        Version++;
        return true;
    }

    /// <summary>Signs out by the second code. False, and nothing changes, without arrival or when it was done before.</summary>
    public bool End(Guid ticket, DateTime now)
    {
        if (ArrivedAt is null || EndedAt is not null)
        {
            return false;
        }

        (EndedAt, EndTicket) = (now, ticket);
        Version++;
        return true;
    }

    /// <summary>The keeper's word. What stands already keeps its time and means; whatever needs an arrival and has none falls away.</summary>
    public bool Mark(AttendanceMarks marks, AttendanceMeans means, Guid by, DateTime now)
    {
        var wished = marks.HasFlag(AttendanceMarks.Arrived) ? marks : AttendanceMarks.None;
        if (wished == Marks)
        {
            return false;
        }

        if (!wished.HasFlag(AttendanceMarks.Arrived))
        {
            (ArrivedAt, ArrivalTicket) = (null, null);
        }
        else if (ArrivedAt is null)
        {
            (ArrivedAt, ArrivedBy) = (now, means);
        }

        EndedAt = wished.HasFlag(AttendanceMarks.Ended) ? EndedAt ?? now : null;
        EndTicket = EndedAt is null ? null : EndTicket;
        (IsLate, LeftEarly, MarkedBy) = (wished.HasFlag(AttendanceMarks.Late), wished.HasFlag(AttendanceMarks.LeftEarly), by);
        Version++;
        return true;
    }
}
