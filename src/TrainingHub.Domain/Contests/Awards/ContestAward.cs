namespace TrainingHub.Contests.Awards;

/// <summary>
/// 获奖: what the organizer confirmed for one person of a contest, or that they were left out, and why. Only ever appended; the certificate of an
/// award rests on it.
/// </summary>
public sealed class ContestAward
{
    public const int LongestReason = 200;

    /// <summary>Under which the certificate and the names of its day stand.</summary>
    public required Guid Id { get; init; }
    public required Guid ContestId { get; init; }
    public required Guid PersonId { get; init; }
    public required AwardLevel Level { get; init; }

    /// <summary>In the final ranking, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>Why they were left out; null for an award.</summary>
    public string? Reason { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    public required Guid By { get; init; }
}
