namespace TrainingHub.Contests.Speeches;

/// <summary>参赛作品: one person's speech in a contest.</summary>
public sealed class SpeechEntry
{
    public const int LongestTitle = 60;
    public const int LongestText = 8000;

    public required Guid Id { get; init; }
    public required Guid ContestId { get; init; }

    /// <summary>From 1, in the order in which they were entered.</summary>
    public required int Number { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The speaker's unit when it was entered.</summary>
    public required Guid UnitId { get; init; }
    public required DateTime EnteredAt { get; init; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>SHA-256 of the recording, lower-case hex; null: none.</summary>
    public string? MediaHash { get; private set; }

    /// <summary>When it was taken back, UTC; null while it takes part.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Concurrency token; counts changes.</summary>
    public int Version { get; private set; }

    /// <summary>Says or changes the words; one that was taken back takes part again.</summary>
    public void Write(string title, string text)
    {
        (Title, Text, WithdrawnAt) = (title, text, null);
        Version++;
    }

    /// <param name="hash">Null takes the recording away.</param>
    public void Record(string? hash)
    {
        MediaHash = hash;
        Version++;
    }

    public void Withdraw(DateTime now)
    {
        WithdrawnAt ??= now;
        Version++;
    }
}
