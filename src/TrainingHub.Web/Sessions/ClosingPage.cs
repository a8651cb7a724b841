namespace TrainingHub.Sessions;

/// <summary>What closing a session would enter.</summary>
public sealed record ClosingPage
{
    public required TrainingSession Session { get; init; }
    public required IReadOnlyList<SessionHalfDay> HalfDays { get; init; }

    /// <summary>In Chinese and in English; null without programme.</summary>
    public required (string Name, string NameEn)? Programme { get; init; }
    public required ClosingStanding Standing { get; init; }
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>Records of this session in force.</summary>
    public required int Records { get; init; }

    /// <summary>For each half-day how many it counts for.</summary>
    public required IReadOnlyDictionary<int, int> AttendedBy { get; init; }

    /// <summary>Who gets a record, of those on the roster.</summary>
    public IEnumerable<Row> Enough => Rows.Where(row => row.Credit.IsEnough && !row.Person.IsGuest);

    /// <summary>Who was there, but in fewer half-days than are needed.</summary>
    public IEnumerable<Row> TooFew => Rows.Where(row => !row.Credit.IsEnough && row.Credit.HalfDays > 0);

    public int Absent => Rows.Count(row => row.Credit.HalfDays is 0);

    public sealed record Row(AttendanceRow Person, SessionCredit Credit);
}
