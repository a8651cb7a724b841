using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Contests;
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Open;
using TrainingHub.Quizzes;

namespace TrainingHub.UnitTests.Contests;

public sealed class OpenRankingTests
{
    private static readonly DateTime Nine = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
    private static readonly OpenTerms Terms = new() { BestCount = 3, Edges = [2, 5], Prizes = new PrizeCounts(1, 1, 2) };

    [Fact]
    public void People_are_ranked_by_points_then_by_less_time_and_equals_share_a_rank()
    {
        var (a, b, school) = (Id(1), Id(2), Id(9));
        ContestPlace[] audience = [new(a, school), new(b, school), new(Id(3), school), new(Id(4), school), new(Id(5), Id(8))];
        ContestSitting[] sittings = [Sat(a, 1, 80, 600), Sat(b, 1, 80, 600), Sat(Id(3), 1, 90, 900), Sat(Id(4), 1, 80, 599), Sat(Id(5), 1, 80, 600), Sat(Id(6), 1, 100, 1)];

        var ranking = OpenRanking.Of(Terms, CountingAttempt.Best, audience, new HashSet<Guid> { school }, sittings);

        // Who may not take part is not ranked.
        Assert.Equal([(Id(3), 1, 1), (Id(4), 2, 2), (a, 3, 3), (b, 3, 3), (Id(5), 3, 1)], ranking.People.Select(one => (one.PersonId, one.Rank, one.UnitRank)));
        Assert.Equal(school, Assert.Single(Assert.Single(ranking.Groups).Schools).UnitId);
    }

    [Theory]
    [InlineData(CountingAttempt.Best, 90, 500)]
    [InlineData(CountingAttempt.First, 70, 300)]
    [InlineData(CountingAttempt.Last, 90, 100)]
    public void The_attempt_that_counts_is_the_quizs(CountingAttempt counts, int points, int seconds)
    {
        // Of equals the earlier one is the best, though it took longer.
        var ranking = OpenRanking.Of(Terms, counts, [new(Id(1), Id(9))], new HashSet<Guid>(), [Sat(Id(1), 3, 90, 100), Sat(Id(1), 1, 70, 300), Sat(Id(1), 2, 90, 500)]);

        Assert.Equal((points, seconds), Assert.Single(ranking.People) is var one ? (one.Points, one.Seconds) : default);
    }

    [Theory]
    [InlineData(CountingAttempt.Best, true)]
    [InlineData(CountingAttempt.First, false)]
    [InlineData(CountingAttempt.Last, true)]
    public void No_other_attempt_stands_in_for_one_that_is_still_marked(CountingAttempt counts, bool isRanked)
    {
        var ranking = OpenRanking.Of(Terms, counts, [new(Id(1), Id(9))], new HashSet<Guid> { Id(9) }, [Sat(Id(1), 1, 0, 300) with { IsGraded = false }, Sat(Id(1), 2, 90, 500)]);

        int[] points = isRanked ? [90] : [];
        Assert.Equal(points, ranking.People.Select(one => one.Points));
        Assert.Equal(isRanked ? 1 : 0, Assert.Single(Assert.Single(ranking.Groups).Schools).Taken);
    }

    [Fact]
    public void Time_is_counted_in_whole_seconds_of_the_servers_clock()
    {
        var sitting = new ContestSitting(Id(1), 1, 10, Nine.AddMilliseconds(999), Nine.AddMilliseconds(2001));

        Assert.Equal(2, sitting.Seconds);
    }

    [Fact]
    public void Schools_are_ranked_among_their_size_by_no_more_results_than_the_smallest_has_staff()
    {
        var (tiny, small, large, larger) = (Id(11), Id(12), Id(13), Id(14));
        ContestPlace[] audience = [.. Staff(tiny, 1, 100), .. Staff(small, 2, 200), .. Staff(large, 4, 300), .. Staff(larger, 5, 400)];
        ContestSitting[] sittings =
        [
            Sat(Id(100), 1, 90, 60), Sat(Id(200), 1, 100, 60), Sat(Id(201), 1, 0, 60),
            // Three of four, the sum of the best three is 250; two of five, what is missing counts nothing.
            Sat(Id(300), 1, 100, 60), Sat(Id(301), 1, 80, 60), Sat(Id(302), 1, 70, 60), Sat(Id(400), 1, 100, 60), Sat(Id(401), 1, 100, 60),
        ];

        var groups = OpenRanking.Of(Terms, CountingAttempt.Best, audience, new HashSet<Guid> { tiny, small, large, larger }, sittings).Groups;

        Assert.Equal([(1, (int?)2, 1), (3, 5, 3)], groups.Select(group => (group.From, group.Until, group.BestCount)));
        Assert.Equal([(small, 1, 10000L), (tiny, 2, 9000L)], groups[0].Schools.Select(school => (school.UnitId, school.Rank, groups[0].AverageHundredths(school))));
        Assert.Equal([(large, 1, 8333L, 750), (larger, 2, 6666L, 400)], groups[1].Schools.Select(school => (school.UnitId, school.Rank, groups[1].AverageHundredths(school), school.ShareTenths)));
    }

    [Fact]
    public void Of_schools_with_the_same_average_the_higher_share_comes_first_and_equals_share_a_rank()
    {
        var schools = Enumerable.Range(11, 3).Select(Id).ToList();
        ContestPlace[] audience = [.. Staff(schools[0], 4, 100), .. Staff(schools[1], 3, 200), .. Staff(schools[2], 4, 300)];
        ContestSitting[] sittings = [Sat(Id(100), 1, 50, 60), Sat(Id(200), 1, 50, 60), Sat(Id(300), 1, 50, 60)];

        var ranked = Assert.Single(OpenRanking.Of(Terms, CountingAttempt.Best, audience, schools.ToHashSet(), sittings).Groups).Schools;

        Assert.Equal([(schools[1], 1), (schools[0], 2), (schools[2], 2)], ranked.Select(school => (school.UnitId, school.Rank)));
    }

    [Fact]
    public void Ranks_do_not_depend_on_the_order_of_what_was_read_and_no_better_result_stands_behind_a_worse()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), numbers =>
        {
            var audience = Enumerable.Range(0, 40).Select(number => new ContestPlace(Id(1000 + number), Id(number % 7))).ToList();
            var schools = Enumerable.Range(0, 5).Select(Id).ToHashSet();
            var sittings = numbers.Select((number, place) => (Person: Math.Abs(number % 40), Points: Math.Abs(number % 5) * 10, Seconds: 60 + Math.Abs(number % 3))).Index()
                .Select(one => Sat(Id(1000 + one.Item.Person), one.Index + 1, one.Item.Points, one.Item.Seconds)).ToList();

            var one = OpenRanking.Of(Terms, CountingAttempt.Best, audience, schools, sittings);
            var other = OpenRanking.Of(Terms, CountingAttempt.Best, [.. audience.AsEnumerable().Reverse()], schools, sittings.AsEnumerable().Reverse());

            var pairs = one.People.Zip(one.People.Skip(1)).ToList();
            return one.People.SequenceEqual(other.People)
                && one.Groups.SelectMany(group => group.Schools).SequenceEqual(other.Groups.SelectMany(group => group.Schools))
                && pairs.TrueForAll(pair => (pair.First.Points, -pair.First.Seconds).CompareTo((pair.Second.Points, -pair.Second.Seconds)) >= 0)
                && pairs.TrueForAll(pair => pair.First.Rank == pair.Second.Rank == ((pair.First.Points, pair.First.Seconds) == (pair.Second.Points, pair.Second.Seconds)))
                && one.People.All(person => person.Rank == 1 + one.People.Count(better => (better.Points, -better.Seconds).CompareTo((person.Points, -person.Seconds)) > 0))
                && one.Groups.All(group => group.BestCount <= group.Schools.Min(school => school.Staff) && group.Schools.All(school => school.Taken <= school.Staff && school.Staff >= group.From && school.Staff <= (group.Until ?? int.MaxValue)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_tie_at_the_edge_gives_more_prizes_never_fewer()
    {
        var prizes = new PrizeCounts(1, 2, 0);

        Assert.Equal([AwardLevel.First, AwardLevel.Second, AwardLevel.Second, AwardLevel.Second, null], new[] { 1, 2, 2, 2, 5 }.Select(prizes.Of));
        Assert.Equal(["a1", "b2", "c2", "d4"], Ranks.Of([("d", 1), ("a", 9), ("b", 5), ("c", 5)], (one, other) => other.Item2.CompareTo(one.Item2)).Select(one => $"{one.Row.Item1}{one.Rank}"));
    }

    [Theory]
    [InlineData(3, 10, 29, 0, 0, SittingDoubt.TooFast)]
    [InlineData(3, 10, 30, 4, 0, SittingDoubt.None)]
    [InlineData(0, 10, 1, 5, 1, SittingDoubt.LeftOften | SittingDoubt.SeveralDevices)]
    public void Says_which_attempts_to_look_at(int floor, int items, int seconds, int left, int devices, SittingDoubt doubt) => Assert.Equal(doubt, DoubtRule.Of(floor, items, seconds, left, devices));

    [Theory]
    [InlineData(1, true, new int[] { })]
    [InlineData(0, false, new int[] { })]
    [InlineData(3, false, new[] { 30, 30 })]
    [InlineData(3, false, new[] { 100, 30 })]
    [InlineData(3, true, new[] { 30, 100 })]
    public void Edges_rise_and_an_average_takes_at_least_one(int best, bool isSound, int[] edges) => Assert.Equal(isSound, (Terms with { BestCount = best, Edges = edges }).IsSound);

    [Theory]
    [InlineData(CountingAttempt.Best)]
    [InlineData(CountingAttempt.First)]
    [InlineData(CountingAttempt.Last)]
    public void What_it_is_made_from_gives_the_same_ranking_without_anybodys_id_and_a_change_is_found(CountingAttempt counts)
    {
        ContestPlace[] audience = [.. Staff(Id(11), 1, 100), .. Staff(Id(12), 2, 200), .. Staff(Id(13), 4, 300), .. Staff(Id(14), 5, 400)];
        ContestSitting[] sittings =
        [
            Sat(Id(400), 1, 100, 60), Sat(Id(300), 2, 70, 30), Sat(Id(300), 1, 100, 60), Sat(Id(301), 1, 80, 60), Sat(Id(200), 1, 100, 60), Sat(Id(100), 1, 90, 60), Sat(Id(999), 1, 100, 1), Sat(Id(302), 1, 0, 60) with { IsGraded = false },
        ];
        var schools = new HashSet<Guid> { Id(11), Id(12), Id(13) };
        var ranking = OpenRanking.Of(Terms, counts, audience, schools, sittings);

        var log = OpenLog.Of(Terms, counts, audience, schools, sittings, ranking);
        var replayed = log.Replay();

        Assert.True(log.IsProven(replayed));
        Assert.Equal(ranking.People.Select(one => (one.Rank, one.Points, one.Seconds, one.UnitRank)).Order(), replayed.People.Select(one => (one.Rank, one.Points, one.Seconds, one.UnitRank)).Order());
        Assert.Equal(ranking.Groups.SelectMany(group => group.Schools).Select(one => (one.Rank, one.Staff, one.Taken, one.BestPoints)).Order(), replayed.Groups.SelectMany(group => group.Schools).Select(one => (one.Rank, one.Staff, one.Taken, one.BestPoints)).Order());
        // Who did not take part is in no line, who may not neither.
        Assert.Equal(6, log.Sittings.Select(one => one.Person).Distinct().Count());
        var forged = log with { Sittings = [.. log.Sittings.Select((one, at) => at is 0 ? one with { Points = one.Points - 5 } : one)] };
        Assert.False(forged.IsProven(forged.Replay()));
        var shrunk = log with { Units = [.. log.Units.Select(unit => unit with { Staff = unit.Staff + 1 })] };
        Assert.False(shrunk.IsProven(shrunk.Replay()));
    }

    private static ContestPlace[] Staff(Guid school, int count, int first) => [.. Enumerable.Range(first, count).Select(number => new ContestPlace(Id(number), school))];

    private static ContestSitting Sat(Guid person, int number, int points, int seconds) => new(person, number, points, Nine, Nine.AddSeconds(seconds));

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
