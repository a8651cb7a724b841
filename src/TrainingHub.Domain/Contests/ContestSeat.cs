namespace TrainingHub.Contests;

/// <summary>座位: who plays. The one place where a contest keeps names; the log has its number alone.</summary>
public sealed class ContestSeat
{
    public const int LongestPlace = 8;

    /// <summary>Browsers that may hold one seat.</summary>
    public const int MostKeys = 20;

    public required Guid ContestId { get; init; }

    /// <summary>From 1, in the order of joining.</summary>
    public required int Number { get; init; }

    /// <summary>Null for a guest.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>Of a guest: the seat's number in the hall.</summary>
    public required string? Place { get; init; }

    /// <summary>Of a guest: filtered by <see cref="ContestNames"/>.</summary>
    public required string? GuestName { get; init; }

    /// <summary>Place of the team in the contest's list, from 0; null for who plays alone.</summary>
    public required int? Team { get; init; }
    public required DateTime JoinedAt { get; init; }
}
