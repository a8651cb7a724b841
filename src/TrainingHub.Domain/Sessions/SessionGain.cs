namespace TrainingHub.Sessions;

/// <summary>前测后测: what the people of a session gained, by those alone who took both quizzes.</summary>
/// <param name="People">Who took both.</param>
/// <param name="Before">Mean of the first in tenths of a percent of the full points, rounded down; null when nobody took both.</param>
/// <param name="After">The same of the second.</param>
public sealed record SessionGain(int People, int? Before, int? After)
{
    /// <param name="scores">Points and full points before and after, one of each person with both.</param>
    public static SessionGain Of(IReadOnlyCollection<(int Points, int Full, int LaterPoints, int LaterFull)> scores) =>
        new(scores.Count, Mean(scores.Select(score => (score.Points, score.Full))), Mean(scores.Select(score => (score.LaterPoints, score.LaterFull))));

    private static int? Mean(IEnumerable<(int Points, int Full)> scores)
    {
        var list = scores.Where(score => score.Full > 0).ToList();
        return list.Count is 0 ? null : (int)Math.Floor(list.Average(score => 1000m * score.Points / score.Full));
    }
}
