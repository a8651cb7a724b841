namespace TrainingHub.Contests;

/// <summary>What proves that a browser holds a seat. The token itself is known to that browser alone; two phones of one person have one each.</summary>
public sealed class ContestKey
{
    /// <summary>Lowercase hexadecimal SHA-256 of the token.</summary>
    public required string Hash { get; init; }
    public required Guid ContestId { get; init; }
    public required int Seat { get; init; }
}
