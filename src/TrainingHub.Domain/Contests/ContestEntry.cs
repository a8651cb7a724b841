namespace TrainingHub.Contests;

/// <summary>One accepted action: a row of the contest's log, which is only ever appended to. The log alone says how a contest stands.</summary>
public sealed class ContestEntry
{
    public const int LongestText = 200;
    public const int LongestClientId = 40;

    /// <summary>Of the text of counts, which a class of a thousand devices does not fill.</summary>
    public const int LongestCounts = 4000;

    public required Guid ContestId { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }
    public required ContestEntryKind Kind { get; init; }

    /// <summary>The server's clock, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Number of the seat that it is about; of counts, of the class.</summary>
    public int? Seat { get; init; }

    /// <summary>Number of the question that it is about, from 1.</summary>
    public int? Item { get; init; }

    /// <summary>See <see cref="ContestEntryKind"/>.</summary>
    public string? Text { get; init; }

    /// <summary>See <see cref="ContestEntryKind"/>.</summary>
    public int? Amount { get; init; }
    public string? Reason { get; init; }

    /// <summary>What the client calls its action: sent twice, it is one entry.</summary>
    public string? ClientId { get; init; }

    /// <summary>Who did it, of the host's actions.</summary>
    public Guid? By { get; init; }

    /// <summary>Of the host's actions: the digest of the ranking in the moment before, so that a ranking computed again can be compared.</summary>
    public string? Digest { get; init; }

    /// <summary>Whether everybody in the hall sees that it happened; joining and answering are only counted, and counts come with a revelation.</summary>
    public bool IsPublic => Kind is not (ContestEntryKind.Joined or ContestEntryKind.Answered or ContestEntryKind.Counted);

    /// <summary>Whether a client may call its action that: 1 to 40 letters, digits, hyphens and underscores of ASCII.</summary>
    public static bool IsClientId(string? id) => id is { Length: > 0 and <= LongestClientId } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
