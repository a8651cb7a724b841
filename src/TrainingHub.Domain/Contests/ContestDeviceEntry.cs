namespace TrainingHub.Contests;

/// <summary>
/// An entry of a contest between classes that is about a single device: it joined, or it answered. Kept until the contest is finished and no longer, so
/// that nobody loses an answer by a process that is killed; what stays are the counts in the log.
/// </summary>
public sealed class ContestDeviceEntry
{
    public required Guid ContestId { get; init; }

    /// <summary>Among the numbers of the log.</summary>
    public required int Number { get; init; }
    public required ContestEntryKind Kind { get; init; }
    public required DateTime At { get; init; }
    public required int Seat { get; init; }
    public int? Item { get; init; }
    public string? Text { get; init; }
    public int? Amount { get; init; }
    public string? ClientId { get; init; }

    public static bool IsAbout(ContestEntry entry) => entry.Kind is ContestEntryKind.Joined or ContestEntryKind.Answered;

    public static ContestDeviceEntry Of(ContestEntry entry) => new()
    {
        ContestId = entry.ContestId,
        Number = entry.Number,
        Kind = entry.Kind,
        At = entry.At,
        Seat = entry.Seat ?? 0,
        Item = entry.Item,
        Text = entry.Text,
        Amount = entry.Amount,
        ClientId = entry.ClientId,
    };
}
