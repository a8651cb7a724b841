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
    public IEnumerable<Row> Enough => Rows.Where(row => row.Credit.IsEnough && !row.IsHeld && !row.IsBarred && !row.Person.IsGuest);

    /// <summary>Who was there, but in fewer half-days than are needed.</summary>
    public IEnumerable<Row> TooFew => Rows.Where(row => !row.Credit.IsEnough && row.Credit.HalfDays > 0 && row.Passed is not false);

    /// <summary>Who was there and did not pass what the session examined on paper or on the keeper's device.</summary>
    public int Failed => Rows.Count(row => row.Credit.HalfDays > 0 && row.Passed is false);

    /// <summary>Who was there enough and was examined, with a result that is not told yet.</summary>
    public int Held => Rows.Count(row => row.Credit.IsEnough && row.IsHeld);

    public int Absent => Rows.Count(row => row.Credit.HalfDays is 0);

    /// <param name="Person">On the list.</param>
    /// <param name="Credit">What they get, examination included.</param>
    /// <param name="Passed">Null: not examined here, or not told yet.</param>
    public sealed record Row(AttendanceRow Person, SessionCredit Credit, bool? Passed)
    {
        /// <summary>Whether there is a result of an examination that is not told yet: the credit is that of the attendance alone.</summary>
        public bool IsHeld { get; init; }

        /// <summary>Whether somebody revoked the record or certificate of this session by hand: closing it again does not give it back.</summary>
        public bool IsBarred { get; init; }
    }
}
