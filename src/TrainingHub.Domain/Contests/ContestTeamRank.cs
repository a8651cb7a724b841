namespace TrainingHub.Contests;

/// <summary>A line of the ranking of teams.</summary>
/// <param name="Rank">From 1; equal averages share it.</param>
/// <param name="Team">Place in the contest's list, from 0.</param>
/// <param name="Members">Seats of the team.</param>
/// <param name="Average">Hundredths of a point for each member, rounded down.</param>
public sealed record ContestTeamRank(int Rank, int Team, int Members, int Average)
{
    /// <summary>By the average of all members, so that a large team has no advantage. Teams without members are left out.</summary>
    /// <param name="ranking">Of the seats.</param>
    /// <param name="teamOf">The team of each seat that has one.</param>
    public static IReadOnlyList<ContestTeamRank> Of(IEnumerable<ContestRank> ranking, IReadOnlyDictionary<int, int> teamOf)
    {
        var teams = ranking.Where(line => teamOf.ContainsKey(line.Seat)).GroupBy(line => teamOf[line.Seat])
            .Select(team => (Team: team.Key, Members: team.Count(), Average: (int)Math.Floor(100m * team.Sum(line => (long)line.Points) / team.Count())))
            .OrderByDescending(team => team.Average).ThenBy(team => team.Team).ToList();
        return [.. teams.Select(team => new ContestTeamRank(1 + teams.Count(other => other.Average > team.Average), team.Team, team.Members, team.Average))];
    }
}
