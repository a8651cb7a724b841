namespace TrainingHub.Contests.Speeches;

/// <summary>参赛作品: one person's speech in a contest.</summary>
public sealed class SpeechEntry
{
    public const int LongestTitle = 60;
    public const int LongestText = 8000;

    /// <summary>So often somebody uploads a recording to one contest.</summary>
    public const int MostUploads = 10;

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

    /// <summary>What the recording is, as its content says: video/mp4. Null: none.</summary>
    public string? MediaType { get; private set; }

    /// <summary>How often a recording was uploaded, those included that were replaced or taken away.</summary>
    public int Uploads { get; private set; }

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

    /// <summary>Keeps a recording in place of any other. False, and nothing changes, when there were as many uploads as there may be.</summary>
    public bool Record(string hash, string type)
    {
        if (Uploads >= MostUploads)
        {
            return false;
        }

        (MediaHash, MediaType) = (hash, type);
        Uploads++;
        Version++;
        return true;
    }

    /// <summary>Takes the recording away.</summary>
    public void Silence()
    {
        (MediaHash, MediaType) = (null, null);
        Version++;
    }

    /// <summary>Takes the speech back, and its recording with it.</summary>
    public void Withdraw(DateTime now)
    {
        WithdrawnAt ??= now;
        Silence();
    }
}
