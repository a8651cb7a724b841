namespace TrainingHub.Contests.Stage;

/// <summary>
/// What is kept for risk questions: easy ones for 10 points, ones of middle difficulty for 20, hard ones for 30. They are the last questions of a contest, in
/// this order. Where one difficulty has none left, the nearest stands in, the easier one first, and then the questions of the other rounds.
/// </summary>
public static class StagePools
{
    /// <summary>How many of each difficulty are kept, from easy to hard.</summary>
    /// <param name="available">Questions that the sources have of each.</param>
    /// <param name="risk">How often a team chooses, from 0.</param>
    /// <param name="others">Questions of the other rounds, with those to spare.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<int> available, int risk, int others)
    {
        int[] pools = [.. available.Select(count => Math.Min(count, risk))];
        // The other rounds come first, and a contest has no more than so many.
        for (var room = Math.Max(0, Math.Min(available.Sum(), StageTerms.MostQuestions) - others); pools.Sum() > room;)
        {
            pools[Array.IndexOf(pools, pools.Max())]--;
        }

        return pools;
    }

    /// <summary>Questions that are kept for nothing: those of the other rounds, and what the pools fall short of all risk questions.</summary>
    public static int Others(IReadOnlyList<int> pools, int risk, int others) => others + Math.Max(0, risk - pools.Sum());

    /// <summary>The question that comes next; null when all were asked.</summary>
    /// <param name="pools">As <see cref="StageTerms.Pools"/>.</param>
    /// <param name="state">How it stands.</param>
    public static int? Next(IReadOnlyList<int> pools, StageState state)
    {
        // What is kept stands behind the questions that are kept for nothing, so the other rounds come to it last.
        var kept = state.Choice is { } choice ? StageChoice.Stakes.OrderBy(points => Math.Abs(points - choice.Points)).SelectMany(points => RangeOf(pools, state, points)) : [];
        return kept.Concat(Enumerable.Range(1, state.Items)).Where(state.IsLeft).Select(item => (int?)item).FirstOrDefault();
    }

    /// <summary>Questions of these points that are left.</summary>
    public static int Left(IReadOnlyList<int> pools, StageState state, int points) => RangeOf(pools, state, points).Count(state.IsLeft);

    private static IEnumerable<int> RangeOf(IReadOnlyList<int> pools, StageState state, int points)
    {
        var at = StageChoice.Stakes.Index().Where(stake => stake.Item == points).Select(stake => stake.Index).FirstOrDefault(-1);
        return at < 0 || at >= pools.Count ? [] : Enumerable.Range(state.Items - pools.Sum() + pools.Take(at).Sum() + 1, pools[at]);
    }
}
