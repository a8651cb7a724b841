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
    /// <param name="isBarred">Whether somebody revoked it by hand and nobody took that back: then nothing is given back.</param>
    public static ClosingEntry Of(SessionCredit credit, int? recordedMinutes, bool isBarred = false) => (credit.IsEnough, recordedMinutes) switch
    {
        (true, null) when isBarred => new ClosingEntry(null, Revokes: false),
        (true, { } same) when same == credit.CreditMinutes => new ClosingEntry(null, Revokes: false),
        (true, var earlier) => new ClosingEntry(credit.CreditMinutes, Revokes: earlier is not null),
        (false, var earlier) => new ClosingEntry(null, Revokes: earlier is not null),
    };
}
