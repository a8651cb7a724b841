namespace TrainingHub.Contests;

/// <summary>学时 that somebody has from taking part in a contest, confirmed by who held it. Only ever appended; taken back by a revocation of its id.</summary>
public sealed class ContestCredit
{
    /// <summary>Hours of one contest, in minutes: eight.</summary>
    public const int MostMinutes = 8 * 45;

    public required Guid Id { get; init; }
    public required Guid ContestId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Whole minutes, from 1; 45 make one 学时.</summary>
    public required int Minutes { get; init; }

    /// <summary>On which the contest ended, in the zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    public required Guid By { get; init; }

    /// <summary>Whether somebody took part enough: who answered at least half of the questions that count, rightly or wrongly.</summary>
    /// <param name="answered">Of those that count.</param>
    /// <param name="counting">Questions that count.</param>
    public static bool IsEarned(int answered, int counting) => counting > 0 && answered * 2 >= counting;
}
