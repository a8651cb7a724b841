namespace TrainingHub.Contests.Open;

/// <summary>最终排行: the ranking of an open contest as it was when it became final, without names. Only ever appended.</summary>
public sealed class FrozenRanking
{
    public required Guid ContestId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    public required Guid By { get; init; }

    /// <summary>SHA-256 of what stands packed in <see cref="Content"/>, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The ranking as JSON, packed by gzip.</summary>
    public required byte[] Content { get; init; }
}
