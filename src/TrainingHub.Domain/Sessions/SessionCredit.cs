namespace TrainingHub.Sessions;

/// <summary>What a session gives to one person.</summary>
/// <param name="HalfDays">Half-days that count.</param>
/// <param name="CreditMinutes">Whole minutes, for those half-days alone.</param>
/// <param name="IsEnough">Whether they are as many as the session asks for; else nothing is entered in the ledger.</param>
public sealed record SessionCredit(int HalfDays, int CreditMinutes, bool IsEnough)
{
    /// <param name="terms">Hours, half-days needed, second scan.</param>
    /// <param name="marks">Of the person, one of each half-day that has any.</param>
    public static SessionCredit Of(SessionTerms terms, IEnumerable<AttendanceMarks> marks)
    {
        var attended = marks.Count(one => Attendance.Counts(one, terms.AsksSecondScan));
        return new SessionCredit(attended, attended * terms.HoursPerHalfDay * SessionTerms.MinutesPerHour, attended >= terms.HalfDaysNeeded);
    }

    /// <summary>The same of somebody of the roster whom the session examined: who failed has not completed it, however long they were there.</summary>
    /// <param name="passed">Null: not examined.</param>
    public SessionCredit After(bool? passed) => this with { IsEnough = IsEnough && passed is not false };

    /// <summary>The same of a guest, who gets a certificate only after passing.</summary>
    /// <param name="passed">Null: not examined.</param>
    public SessionCredit OfGuestAfter(bool? passed) => this with { IsEnough = IsEnough && passed is true };
}
