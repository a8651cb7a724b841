namespace TrainingHub.People;

/// <summary>
/// 激活单: one code, printed once, with which a person on the roster sets a password. Good for thirty days; a new slip for the same
/// person ends the earlier ones. Only a keyed hash of the code is kept.
/// </summary>
public sealed class ActivationSlip
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Lower-case hex SHA-256 of the code; unique.</summary>
    public required string CodeHash { get; init; }

    public required DateTime IssuedAt { get; init; }
    public Guid? IssuedBy { get; init; }

    /// <summary>Last instant at which the code works (included), UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }

    /// <summary>When a newer slip or too many wrong phone digits ended it, UTC.</summary>
    public DateTime? CancelledAt { get; set; }

    /// <summary>How often the last four digits of the phone were wrong; ten end the slip.</summary>
    public int WrongTries { get; set; }
}
