namespace TrainingHub.Notices;

/// <summary>Where a person wants mail. Nothing goes there before they have typed the code that was sent to it.</summary>
public sealed class Mailbox
{
    public const int LongestAddress = 120;
    public const int CodeDigits = 6;
    public static readonly TimeSpan CodeHolds = TimeSpan.FromMinutes(30);

    /// <summary>Wrong codes after which a new one has to be asked for.</summary>
    public const int MostTries = 5;

    public required Guid PersonId { get; init; }
    public string Address { get; private set; } = "";

    /// <summary>Of the code that is waited for; empty when none is.</summary>
    public string CodeHash { get; private set; } = "";

    /// <summary>When the code was last asked for, UTC.</summary>
    public DateTime AskedAt { get; private set; }
    public int WrongTries { get; private set; }

    /// <summary>UTC; null while nobody has typed the code.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether another code may be sent now: one a minute, so that nobody's mailbox is filled.</summary>
    public bool MayAsk(DateTime now) => now - AskedAt >= TimeSpan.FromMinutes(1);

    /// <summary>Another address, or the same anew: mail goes out again only once the code is typed.</summary>
    public void Ask(string address, string codeHash, DateTime now)
    {
        (Address, CodeHash, AskedAt, WrongTries, ConfirmedAt) = (address, codeHash, now, 0, null);
        Version++;
    }

    /// <summary>True when it is the code; false counts as a try. After too many, or half an hour, no code is right.</summary>
    public bool Confirm(string codeHash, DateTime now)
    {
        Version++;
        if (CodeHash.Length is 0 || WrongTries >= MostTries || now > AskedAt + CodeHolds || !string.Equals(CodeHash, codeHash, StringComparison.Ordinal))
        {
            WrongTries++;
            return false;
        }

        (CodeHash, ConfirmedAt) = ("", now);
        return true;
    }
}
