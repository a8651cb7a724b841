namespace TrainingHub.Contests.Stage;

/// <summary>Whose turn it is.</summary>
/// <param name="Place">In the order of the round, from 0.</param>
/// <param name="Team">Null: not that of one team.</param>
/// <param name="Member">Number in the team; null: whom the team sends.</param>
/// <param name="Teams">Of a sudden death: the teams that are equal; otherwise empty.</param>
public sealed record StageTurn(int Place, int? Team, int? Member, IReadOnlyList<int> Teams)
{
    /// <summary>All turns of a round but a sudden death, in their order.</summary>
    /// <param name="round">Which.</param>
    /// <param name="members">Of each team.</param>
    public static IReadOnlyList<StageTurn> Of(StageRound round, IReadOnlyList<int> members)
    {
        var teams = Enumerable.Range(1, members.Count);
        var turns = round.Block switch
        {
            StageBlock.Individual =>
                from member in Enumerable.Range(1, members.DefaultIfEmpty().Max())
                from question in Enumerable.Range(1, round.Questions)
                from team in teams
                where member <= members[team - 1]
                select ((int?)team, (int?)member),
            StageBlock.Team or StageBlock.Risk =>
                from question in Enumerable.Range(1, round.Questions)
                from team in teams
                select ((int?)team, (int?)null),
            StageBlock.SuddenDeath => [],
            _ => Enumerable.Repeat(((int?)null, (int?)null), round.Questions),
        };
        return [.. turns.Select((turn, place) => new StageTurn(place, turn.Item1, turn.Item2, []))];
    }
}
