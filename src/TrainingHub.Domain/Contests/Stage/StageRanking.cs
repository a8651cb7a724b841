namespace TrainingHub.Contests.Stage;

/// <summary>排名 on the stage: more points first, of equal points who did better in the sudden death, question by question; who is equal in both shares the rank. Disqualified teams come last.</summary>
public static class StageRanking
{
    public static IReadOnlyList<ContestRank> Of(StageState state)
    {
        var places = PlacesOf(state);
        return
        [
            .. Ranks.Of(state.Teams, (first, second) => places[first].CompareTo(places[second])).GroupBy(line => line.Rank).SelectMany(rank => rank.OrderBy(line => line.Row))
                .Select(line => new ContestRank(line.Rank, line.Row, state.PointsOf(line.Row), state.Questions.Count(question => question.Verdicts.GetValueOrDefault(line.Row) && !question.IsWithdrawn), null, null)),
        ];
    }

    /// <summary>The first teams that share a place and may still win it from each other; empty when every place is decided.</summary>
    public static IReadOnlyList<int> FirstTie(StageState state) =>
        state.Ranking.Where(line => !state.IsDisqualified(line.Seat)).GroupBy(line => line.Rank).Where(rank => rank.Count() > 1).Select(rank => (IReadOnlyList<int>)[.. rank.Select(line => line.Seat)]).FirstOrDefault() ?? [];

    /// <summary>Of each team its place among groups of equals. A sudden death divides those who all played in it, question by question: what one has decided, no later one undoes.</summary>
    private static Dictionary<int, int> PlacesOf(StageState state)
    {
        List<List<int>> groups = [.. state.Teams.GroupBy(team => (state.IsDisqualified(team), -state.PointsOf(team))).OrderBy(group => group.Key).Select(group => group.ToList())];
        foreach (var question in state.Questions.Where(question => question.Round.Block is StageBlock.SuddenDeath))
        {
            groups = [.. groups.SelectMany(group => Divide(group, question))];
        }

        return groups.Index().SelectMany(group => group.Item.Select(team => (team, group.Index))).ToDictionary();
    }

    private static IEnumerable<List<int>> Divide(List<int> group, StageQuestion question) =>
        group.TrueForAll(team => question.Entrants.Contains(team)) ? group.GroupBy(question.BroughtTo).OrderByDescending(part => part.Key).Select(part => part.ToList()) : [group];
}
