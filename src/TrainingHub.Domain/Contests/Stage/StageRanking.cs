namespace TrainingHub.Contests.Stage;

/// <summary>排名 on the stage: more points first, of equal points who did better in the sudden death; who is equal in both shares the rank. Disqualified teams come last.</summary>
public static class StageRanking
{
    public static IReadOnlyList<ContestRank> Of(StageState state) =>
    [
        .. Ranks.Of(state.Teams, (first, second) => Compare(state, first, second)).GroupBy(line => line.Rank).SelectMany(rank => rank.OrderBy(line => line.Row))
            .Select(line => new ContestRank(line.Rank, line.Row, state.PointsOf(line.Row), state.Questions.Count(question => question.Verdicts.GetValueOrDefault(line.Row) && !question.IsWithdrawn), null, null)),
    ];

    /// <summary>The first teams that share a place and may still win it from each other; empty when every place is decided.</summary>
    public static IReadOnlyList<int> FirstTie(StageState state) =>
        state.Ranking.Where(line => !state.IsDisqualified(line.Seat)).GroupBy(line => line.Rank).Where(rank => rank.Count() > 1).Select(rank => (IReadOnlyList<int>)[.. rank.Select(line => line.Seat)]).FirstOrDefault() ?? [];

    private static int Compare(StageState state, int first, int second)
    {
        var (one, other) = (Order(state, first), Order(state, second));
        return one.Disqualified != other.Disqualified ? one.Disqualified.CompareTo(other.Disqualified)
            : one.Points != other.Points ? other.Points.CompareTo(one.Points)
            : other.Decider.CompareTo(one.Decider);
    }

    private static (bool Disqualified, int Points, int Decider) Order(StageState state, int team) => (state.IsDisqualified(team), state.PointsOf(team), state.DeciderOf(team));
}
