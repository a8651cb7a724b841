namespace TrainingHub.Contests.Stage;

/// <summary>队员: who sits in which place of a team. The one place where a stage keeps names of members; its log says team and number.</summary>
public sealed class StageMember
{
    /// <summary>Name of a guest, in characters.</summary>
    public const int LongestName = 60;

    public required Guid ContestId { get; init; }

    /// <summary>As <see cref="StageTeam.Key"/>.</summary>
    public required string TeamKey { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Null for a guest.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>Of a guest: filtered by <see cref="ContestNames"/>.</summary>
    public required string? GuestName { get; init; }
}
