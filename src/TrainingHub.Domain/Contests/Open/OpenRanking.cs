using TrainingHub.Quizzes;

namespace TrainingHub.Contests.Open;

/// <summary>
/// 排行: people by points, of equals by less time; schools in groups by the average of their best, of equals by the share that took part. Who is
/// still equal shares a rank. Everything is compared in whole numbers; what is shown is rounded down.
/// </summary>
/// <param name="People">In the order of their ranks.</param>
/// <param name="Groups">Only those that have schools, the smallest first.</param>
public sealed record OpenRanking(IReadOnlyList<PersonRank> People, IReadOnlyList<SchoolGroup> Groups)
{
    /// <param name="terms">Sound.</param>
    /// <param name="counts">Which attempt of a person counts.</param>
    /// <param name="audience">Everybody who may take part, each once.</param>
    /// <param name="schools">Which of their units are ranked as schools.</param>
    /// <param name="sittings">Attempts; those of people who may not take part count nothing, nor does one that counts before it is graded: no other stands in for it.</param>
    public static OpenRanking Of(OpenTerms terms, CountingAttempt counts, IReadOnlyCollection<ContestPlace> audience, IReadOnlySet<Guid> schools, IEnumerable<ContestSitting> sittings)
    {
        var units = audience.ToDictionary(one => one.PersonId, one => one.UnitId);
        var counting = new Dictionary<Guid, ContestSitting>();
        foreach (var sitting in sittings.Where(one => units.ContainsKey(one.PersonId) && (one.IsGraded || counts is not CountingAttempt.Best)))
        {
            counting[sitting.PersonId] = counting.TryGetValue(sitting.PersonId, out var other) ? Counting(counts, other, sitting) : sitting;
        }

        List<ContestSitting> graded = [.. counting.Values.Where(one => one.IsGraded)];
        var ranked = Ranks.Of(graded, InOrder).ToList();
        var within = ranked.GroupBy(one => units[one.Row.PersonId]).SelectMany(unit => Ranks.Of(unit.Select(one => one.Row), InOrder)).ToDictionary(one => one.Row.PersonId, one => one.Rank);
        return new OpenRanking(
            [.. ranked.Select(one => new PersonRank(one.Row.PersonId, units[one.Row.PersonId], one.Row.Points, one.Row.Seconds, one.Rank, within[one.Row.PersonId]))
                .OrderBy(one => one.Rank).ThenBy(one => one.PersonId)],
            GroupsOf(terms, audience, schools, graded.ToLookup(one => units[one.PersonId], one => one.Points)));
    }

    /// <summary>Which of two attempts of a person counts: as the quiz says it.</summary>
    private static ContestSitting Counting(CountingAttempt counts, ContestSitting one, ContestSitting other)
    {
        var (earlier, later) = one.Number < other.Number ? (one, other) : (other, one);
        return counts switch
        {
            CountingAttempt.First => earlier,
            CountingAttempt.Last => later,
            _ => later.Points > earlier.Points ? later : earlier,
        };
    }

    private static int InOrder(ContestSitting one, ContestSitting other) =>
        other.Points.CompareTo(one.Points) is var points and not 0 ? points : one.Seconds.CompareTo(other.Seconds);

    private static List<SchoolGroup> GroupsOf(OpenTerms terms, IEnumerable<ContestPlace> audience, IReadOnlySet<Guid> schools, ILookup<Guid, int> points) =>
    [
        .. audience.Where(one => schools.Contains(one.UnitId)).GroupBy(one => one.UnitId).Select(unit => (Id: unit.Key, Staff: unit.Count()))
            .GroupBy(unit => terms.GroupOf(unit.Staff)).OrderBy(group => group.Key).Select(group =>
            {
                var best = Math.Min(terms.BestCount, group.Min(unit => unit.Staff));
                var (from, until) = terms.SpanOf(group.Key);
                var rows = group.Select(unit => new SchoolRank(unit.Id, unit.Staff, points[unit.Id].Count(), points[unit.Id].OrderDescending().Take(best).Sum(one => (long)one), 0));
                return new SchoolGroup(group.Key, from, until, best, [.. Ranks.Of(rows, InOrder).Select(one => one.Row with { Rank = one.Rank }).OrderBy(one => one.Rank).ThenBy(one => one.UnitId)]);
            }),
    ];

    // The same number of best results for every school of a group: their sums compare as their averages do.
    private static int InOrder(SchoolRank one, SchoolRank other) =>
        other.BestPoints.CompareTo(one.BestPoints) is var points and not 0 ? points : ((long)other.Taken * one.Staff).CompareTo((long)one.Taken * other.Staff);
}
