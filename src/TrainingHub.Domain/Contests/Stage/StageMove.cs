namespace TrainingHub.Contests.Stage;

/// <summary>Something that a team or the host wants to do on the stage; what its parts mean says <see cref="ContestEntryKind"/>.</summary>
public sealed record StageMove(ContestEntryKind Kind, DateTime At)
{
    /// <summary>As an entry's amount: the host typed it for a team.</summary>
    public const int ByHost = 1;

    public int? Team { get; init; }
    public int? Item { get; init; }
    public string? Text { get; init; }
    public int? Amount { get; init; }

    /// <summary>Whether the host typed it for a team: whether that was in time, the host has seen.</summary>
    public bool IsByHost => Amount is ByHost;

    public static StageMove Of(ContestEntry entry) => new(entry.Kind, entry.At) { Team = entry.Seat, Item = entry.Item, Text = entry.Text, Amount = entry.Amount };
}
