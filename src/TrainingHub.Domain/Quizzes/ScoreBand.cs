namespace TrainingHub.Quizzes;

/// <summary>成绩分布: how many people reached a stretch of ten percent of the full points.</summary>
/// <param name="From">Whole percent (included).</param>
/// <param name="Until">Whole percent (included).</param>
/// <param name="People">Each by their best attempt.</param>
public sealed record ScoreBand(int From, int Until, int People)
{
    private const int Width = 10;
    private const int Bands = 10;

    /// <summary>Ten bands, the last one with the full points.</summary>
    /// <param name="people">How many people have which whole percent, rounded down.</param>
    public static IReadOnlyList<ScoreBand> Of(IEnumerable<KeyValuePair<int, int>> people)
    {
        var counts = new int[Bands];
        foreach (var (percent, count) in people)
        {
            counts[Math.Clamp(percent / Width, 0, Bands - 1)] += count;
        }

        return [.. counts.Select((count, band) => new ScoreBand(band * Width, band == Bands - 1 ? 100 : (band * Width) + Width - 1, count))];
    }
}
