namespace TrainingHub.Contests.Speeches;

/// <summary>评委 of a speech contest.</summary>
public sealed class SpeechJudge
{
    public const int LongestReason = 200;

    public required Guid ContestId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTime AddedAt { get; init; }
    public required Guid AddedBy { get; init; }

    /// <summary>退出: when they were taken off after they had scored, UTC; null while they judge.</summary>
    public DateTime? LeftAt { get; private set; }

    /// <summary>Who took them off.</summary>
    public Guid? LeftBy { get; private set; }

    /// <summary>Why.</summary>
    public string? LeftBecause { get; private set; }

    /// <summary>Whether the sheets of one who has left go on to count, as the organizer decided then.</summary>
    public bool KeepsSheets { get; private set; }

    /// <summary>Whether their sheets count.</summary>
    public bool Counts => LeftAt is null || KeepsSheets;

    /// <summary>They judge no more. False, and nothing changes, when they have left already: what was decided then stays.</summary>
    public bool Leave(DateTime now, Guid by, string reason, bool keepsSheets)
    {
        if (LeftAt is not null)
        {
            return false;
        }

        (LeftAt, LeftBy, LeftBecause, KeepsSheets) = (now, by, reason, keepsSheets);
        return true;
    }
}
