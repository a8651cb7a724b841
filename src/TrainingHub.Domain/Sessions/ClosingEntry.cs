namespace TrainingHub.Sessions;

/// <summary>What closing a session does to one person's records.</summary>
/// <param name="Appends">Minutes of the record to append; null: none.</param>
/// <param name="Revokes">Whether the record of an earlier closing is revoked.</param>
public readonly record struct ClosingEntry(int? Appends, bool Revokes)
{
    /// <summary>
    /// A record that says the same as the attendance stays, with its certificate; one that says something else is revoked, and a new one appended
    /// where the attendance is enough.
    /// </summary>
    /// <param name="credit">Of the attendance now.</param>
    /// <param name="recordedMinutes">Credit of the record that an earlier closing left in force; null: there is none.</param>
    public static ClosingEntry Of(SessionCredit credit, int? recordedMinutes) => (credit.IsEnough, recordedMinutes) switch
    {
        (true, { } same) when same == credit.CreditMinutes => new ClosingEntry(null, Revokes: false),
        (true, var earlier) => new ClosingEntry(credit.CreditMinutes, Revokes: earlier is not null),
        (false, var earlier) => new ClosingEntry(null, Revokes: earlier is not null),
    };
}
