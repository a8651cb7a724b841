namespace TrainingHub.Questions;

/// <summary>How much of an item is right.</summary>
/// <param name="Right">From 0 to <paramref name="Of"/>.</param>
/// <param name="Of">From 1.</param>
public sealed record Share(int Right, int Of)
{
    public static Share All { get; } = new(1, 1);

    public static Share None { get; } = new(0, 1);

    public bool IsAll => Right == Of;

    public static Share Whole(bool isRight) => isRight ? All : None;

    /// <summary>Whole points, rounded down.</summary>
    public int PointsOf(int points) => (int)((long)points * Right / Of);
}
