namespace TrainingHub.Contests.Awards;

/// <summary>How many prizes of each level a contest gives.</summary>
/// <param name="First">From 0.</param>
/// <param name="Second">From 0.</param>
/// <param name="Third">From 0.</param>
public sealed record PrizeCounts(int First, int Second, int Third)
{
    /// <summary>Prizes of one level.</summary>
    public const int Most = 500;

    public bool IsSound => First is >= 0 and <= Most && Second is >= 0 and <= Most && Third is >= 0 and <= Most;

    /// <summary>
    /// The level that a rank is proposed for; null: none. Everybody of the last rank that still has a prize gets it: a tie at the edge gives more
    /// prizes than were planned, never fewer.
    /// </summary>
    /// <param name="rank">From 1; of equals the same.</param>
    public AwardLevel? Of(int rank) =>
        rank < 1 ? null
        : rank <= First ? AwardLevel.First
        : rank <= First + Second ? AwardLevel.Second
        : rank <= First + Second + Third ? AwardLevel.Third
        : null;
}
