using TrainingHub.Contests;
using TrainingHub.Contests.Stage;

namespace TrainingHub.UnitTests.Contests.Stage;

public sealed class StageStateTests
{
    private static readonly StageRound Individual = new() { Block = StageBlock.Individual, Questions = 1, Points = 10, Seconds = 20 };
    private static readonly StageRound Shared = new() { Block = StageBlock.Shared, Questions = 1, Points = 20, Seconds = 60 };
    private static readonly StageRound Buzz = new() { Block = StageBlock.Buzz, Questions = 9, Points = 10, Seconds = 20, Deducts = true, FalseStartPoints = 10, GoesToAudience = true };
    private static readonly StageRound Risk = new() { Block = StageBlock.Risk, Questions = 1, Points = 0, Seconds = 60, Deducts = true, MayName = true };
    private static readonly StageRound Tie = new() { Block = StageBlock.SuddenDeath, Questions = 5, Points = 10, Seconds = 20, Deducts = true, FalseStartPoints = 10 };

    [Fact]
    public void Members_answer_in_turn_by_number_and_teams_with_fewer_are_left_out()
    {
        var turns = StageTurn.Of(Individual, [2, 1, 3]);

        Assert.Equal([(1, 1), (2, 1), (3, 1), (1, 2), (3, 2), (3, 3)], turns.Select(turn => (turn.Team!.Value, turn.Member!.Value)));
        Assert.Equal(6, Individual.QuestionsFor([2, 1, 3]));
    }

    [Fact]
    public void A_compulsory_question_is_answered_by_whose_turn_it_is_and_wrong_costs_nothing_unless_the_round_says_so()
    {
        var log = new StageLog([Individual, Individual with { Block = StageBlock.Team, Points = 20, Deducts = true }], teams: 2);
        log.Begin();
        var item = log.Open();
        Assert.Equal(ContestRefusal.NotOpen, log.Try(ContestEntryKind.Given, 2, item, "A"));
        log.Do(ContestEntryKind.Given, 1, item, "A");
        Assert.Equal(ContestRefusal.AlreadyAnswered, log.Try(ContestEntryKind.Given, 1, item, "B"));
        log.Judge(item, [1], []).Play(isRight: false);
        Assert.Null(log.State.Turn);
        Assert.Equal([110, 100], log.Points);

        log.Begin().Play(isRight: false).Play(isRight: true);

        Assert.Equal([90, 120], log.Points);
    }

    [Fact]
    public void An_answer_before_the_start_or_after_the_end_of_its_time_is_not_taken_but_the_host_may_type_what_was_said()
    {
        var log = new StageLog([Individual], teams: 2);
        log.Begin();
        var item = log.Ask();
        Assert.Equal(ContestRefusal.NotOpen, log.Try(ContestEntryKind.Given, 1, item, "A"));
        log.Do(ContestEntryKind.Opened, item: item, amount: 20_000);
        log.Second = 5;
        log.Do(ContestEntryKind.Paused).Second = 100;
        Assert.Equal(ContestRefusal.IsPaused, log.Try(ContestEntryKind.Given, 1, item, "A"));
        log.Do(ContestEntryKind.Resumed).Second = 116;

        Assert.Equal(ContestRefusal.TooLate, log.Try(ContestEntryKind.Given, 1, item, "A"));
        log.Do(ContestEntryKind.Given, 1, item, "A", StageMove.ByHost);
    }

    [Fact]
    public void A_shared_question_is_judged_for_every_team_and_who_abstained_counts_nothing()
    {
        var log = new StageLog([Shared with { Deducts = true }], teams: 3);
        log.Begin();
        var item = log.Open();
        log.Do(ContestEntryKind.Given, 1, item, "A").Do(ContestEntryKind.Abstained, 3, item);
        Assert.Equal(ContestRefusal.AlreadyAnswered, log.Try(ContestEntryKind.Given, 3, item, "A"));
        log.Judge(item, [1], [2]);

        Assert.Equal([120, 80, 100], log.Points);
        Assert.Equal("A", log.State.Current!.Right);
    }

    [Fact]
    public void The_first_to_buzz_answers_alone_and_what_is_wrong_goes_to_the_audience_without_points()
    {
        var log = new StageLog([Buzz], teams: 3);
        log.Begin();
        Assert.Equal(ContestRefusal.NotOpen, log.Try(ContestEntryKind.Buzzed, 1, 1));
        var item = log.Open();
        log.Buzz(2);
        Assert.Equal(ContestRefusal.TooLate, log.Try(ContestEntryKind.Buzzed, 1, item));
        Assert.Equal(ContestRefusal.NotOpen, log.Try(ContestEntryKind.Given, 1, item, "A"));
        log.Do(ContestEntryKind.Given, 2, item, "B").Judge(item, [], [2], key: null);
        Assert.Null(log.State.Current!.Right);
        Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.Asked, item: item + 1));
        log.Do(ContestEntryKind.PassedOn, item: item).Do(ContestEntryKind.Revealed, item: item, text: "A");

        Assert.Equal([100, 90, 100], log.Points);
        Assert.Equal("A", log.State.Current!.Right);
    }

    [Fact]
    public void Who_buzzes_before_the_start_is_punished_once_and_sits_that_question_out()
    {
        var log = new StageLog([Buzz], teams: 2);
        log.Begin();
        var item = log.Ask();
        log.Do(ContestEntryKind.FalseStarted, 1, item);
        Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.FalseStarted, 1, item));
        log.Do(ContestEntryKind.Opened, item: item, amount: 20_000);

        Assert.Equal(ContestRefusal.SitsOut, log.Try(ContestEntryKind.Buzzed, 1, item));
        Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.FalseStarted, 2, item));
        log.Second = 21;
        Assert.Equal(ContestRefusal.TooLate, log.Try(ContestEntryKind.Buzzed, 2, item));
        log.Do(ContestEntryKind.PassedOn, item: item);
        Assert.Equal([90, 100], log.Points);
        // It plays the next one.
        log.Do(ContestEntryKind.Revealed, item: item, text: "A").PlayBuzz(1, isRight: true);
        Assert.Equal([100, 100], log.Points);
    }

    [Theory]
    [InlineData(null, true, new[] { 130, 100, 100 })]
    [InlineData(null, false, new[] { 70, 100, 100 })]
    [InlineData(3, true, new[] { 100, 100, 130 })]
    [InlineData(3, false, new[] { 130, 100, 100 })]
    public void A_risk_question_brings_points_to_who_answers_rightly_and_a_wrong_answer_to_who_named_the_team(int? named, bool isRight, int[] points)
    {
        var log = new StageLog([Risk], teams: 3);
        log.Begin().Choose(1, 30, named).Play(isRight);

        Assert.Equal(points, log.Points);
    }

    [Fact]
    public void Risk_questions_are_chosen_in_turn_for_10_20_or_30_points_or_declined_and_teams_are_named_where_the_round_allows()
    {
        var log = new StageLog([Risk, Risk with { MayName = false }], teams: 2);
        log.Begin();
        Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.Asked, item: 1));
        Assert.All([15, 0], amount => Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.Chosen, 1, amount: amount)));
        Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.Chosen, 2, amount: 10));
        Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.Chosen, 1, amount: 10, text: StageChoice.TextOf(1)));
        Assert.All(["to=-1", "to=99999999999", "to="], text => Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.Chosen, 1, amount: 10, text: text)));
        log.Do(ContestEntryKind.Abstained, 1);
        Assert.Equal(2, log.State.Turn!.Team);
        log.Choose(2, 10, to: 1).Play(isRight: false).Begin();

        Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.Chosen, 1, amount: 10, text: StageChoice.TextOf(2)));
        log.Choose(1, 20).Play(isRight: true);
        Assert.Equal([120, 110], log.Points);
    }

    [Fact]
    public void Equal_teams_win_places_from_each_other_in_the_sudden_death_and_their_points_stay()
    {
        var log = new StageLog([Buzz, Tie]);
        log.Begin().PlayBuzz(4, isRight: true).Begin();
        Assert.Equal([(1, 4), (2, 1), (2, 2), (2, 3)], log.Ranking);
        var item = log.Open();
        Assert.Equal(ContestRefusal.NotOpen, log.Try(ContestEntryKind.Buzzed, 4, item));
        log.Buzz(3).Judge(item, [3], []);
        Assert.Equal([1, 2], log.State.Turn!.Teams);
        log.PlayBuzz(1, isRight: false);

        Assert.Equal([(1, 4), (2, 3), (3, 2), (4, 1)], log.Ranking);
        Assert.Equal([100, 100, 100, 110], log.Points);
        Assert.Null(log.State.Turn);
    }

    [Fact]
    public void A_place_won_in_the_sudden_death_is_not_undone_by_who_wins_a_later_question()
    {
        var log = new StageLog([Tie], teams: 3);
        log.Begin().PlayBuzz(1, isRight: true);
        Assert.Equal([2, 3], log.State.Turn!.Teams);
        log.PlayBuzz(2, isRight: true);

        Assert.Equal([(1, 1), (2, 2), (3, 3)], log.Ranking);
        Assert.Null(log.State.Turn);
    }

    [Fact]
    public void Rulings_overrule_withdraw_give_and_take_and_every_one_is_a_line_of_points()
    {
        var log = new StageLog([Individual, Buzz], teams: 2);
        log.Begin().Play(isRight: false);
        log.Do(ContestEntryKind.Ruled, item: 1, text: new StageRuling(1, StageRuling.Right).ToString());
        Assert.Equal([110, 100], log.Points);
        log.Do(ContestEntryKind.QuestionWithdrawn, item: 1);
        // The team gets another question in its place.
        Assert.Equal([100, 100], log.Points);
        Assert.Equal(1, log.State.Turn!.Team);
        Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.Ruled, item: 1, text: new StageRuling(1, StageRuling.Right).ToString()));
        log.Play(isRight: true).Do(ContestEntryKind.Adjusted, 2, amount: 5).Do(ContestEntryKind.Penalized, 2, text: nameof(StageOffence.Noise));

        Assert.Equal([110, 85], log.Points);
        Assert.Equal((10, -15), (log.State.PointsOf(1, 1), log.State.PointsOf(2, 0)));
    }

    [Fact]
    public void Cheating_twice_disqualifies_and_the_team_is_passed_over()
    {
        var log = new StageLog([Individual], teams: 3);
        log.Begin();
        Assert.All(["1", "cheating", null], text => Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.Penalized, 1, text: text)));
        log.Do(ContestEntryKind.Penalized, 1, text: nameof(StageOffence.Cheating));
        Assert.False(log.State.IsDisqualified(1));
        log.Do(ContestEntryKind.Penalized, 1, text: nameof(StageOffence.Cheating));

        Assert.Equal(2, log.State.Turn!.Team);
        Assert.Equal(0, log.Points[0]);
        Assert.Equal((3, 1), log.Ranking[2]);
    }

    [Fact]
    public void Presets_are_sound_with_four_teams_of_four()
    {
        var teams = Enumerable.Range(1, StagePresets.Teams).Select(number => new StageTeam { Name = $"第{number}队", Members = StagePresets.Members }).ToList();

        Assert.All(Enum.GetValues<StagePreset>(), preset => Assert.True((StagePresets.Of(preset) with { Teams = teams }).AreSound));
        Assert.All(Enum.GetValues<StagePreset>().SelectMany(preset => StagePresets.Of(preset).Rounds), round => Assert.Equal(round, StageRound.Parse(round.ToString())));
        Assert.Equal([16, 8, 32, 20], QuestionsOf(StageBlock.Individual, StageBlock.Team, StageBlock.Risk, StageBlock.Buzz));

        IReadOnlyList<int> QuestionsOf(params StageBlock[] blocks) =>
            [.. blocks.Select(block => StagePresets.Of(StagePreset.A).Rounds.Where(round => round.Block == block).Sum(round => round.QuestionsFor([4, 4, 4, 4])))];
    }

    /// <summary>Whatever teams and hosts try, in whatever order.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_replay_gives_the_same_and_points_are_the_sum_of_their_lines(int seed)
    {
        var (random, log) = (new Random(seed), new StageLog([Individual, Buzz, Shared with { Questions = 3 }, Risk, Risk with { MayName = false }, Buzz, Tie], teams: 3, members: 2));
        for (var turn = 0; turn < 4000; turn++)
        {
            Wander(log, random);
        }

        var replay = ContestReplay.Of(log.Entries);
        Assert.True(replay.IsProven);
        Assert.Equal(log.Contest.Ranking, replay.State.Ranking);
        Assert.Equal(log.Entries.Count, replay.Compared);
        Assert.All(log.State.Teams, team => Assert.Equal(100 + Enumerable.Range(0, log.State.Rounds.Count + 1).Sum(round => log.State.PointsOf(team, round)), log.State.PointsOf(team)));
        Assert.All(log.State.Scores, score => Assert.NotEqual(0, score.Points));
        // Of each question one team was first at most, and nobody who started falsely.
        Assert.All(log.Entries.Where(entry => entry.Kind is ContestEntryKind.Buzzed).GroupBy(entry => entry.Item), buzzes => Assert.Single(buzzes));
        Assert.True(log.State.Questions.Count > 10, $"{log.State.Questions.Count} questions, {log.State.Phase}");
    }

    [Fact]
    public void Risk_questions_are_those_kept_for_their_points_then_the_nearest_and_then_whatever_is_left()
    {
        // Questions 1 to 5 are kept for nothing, 6 and 7 are easy, 8 is of middle difficulty; there is no hard one.
        int[] pools = [2, 1, 0];
        var log = new StageLog([Risk with { Questions = 3 }, Individual], teams: 2, items: 8);
        log.Begin();
        var asked = new List<int>();
        foreach (var (team, points) in new[] { (1, 10), (2, 20), (1, 30), (2, 20), (1, 10), (2, 10) })
        {
            log.Choose(team, points);
            Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.Asked, item: asked.Count > 0 ? asked[0] : 9));
            var item = StagePools.Next(pools, log.State)!.Value;
            log.Do(ContestEntryKind.Asked, item: item).Do(ContestEntryKind.Opened, item: item, amount: 60_000).Judge(item, [team], []);
            asked.Add(item);
        }

        Assert.Equal([6, 8, 7, 1, 2, 3], asked);
        Assert.Equal([0, 0, 0], StageChoice.Stakes.Select(points => StagePools.Left(pools, log.State, points)));
        Assert.Equal(asked, log.State.Questions.Select(question => question.Number));
        log.Begin();
        Assert.Equal(4, StagePools.Next(pools, log.State));
        Assert.True(ContestReplay.Of(log.Entries).IsProven);
    }

    [Fact]
    public void Where_nothing_can_be_kept_there_are_no_pools()
    {
        var plan = new ContestPlan { Any = 5 }.WithPools(2, []);

        Assert.Empty(plan.Pools);
        Assert.Equal(5, plan.Any);
    }

    [Theory]
    [InlineData(new[] { 20, 5, 0 }, 8, 10, new[] { 8, 5, 0 }, 10)]
    [InlineData(new[] { 4, 3, 0 }, 8, 10, new[] { 0, 0, 0 }, 18)]
    [InlineData(new[] { 3, 9, 2 }, 4, 7, new[] { 2, 3, 2 }, 7)]
    [InlineData(new[] { 900, 900, 900 }, 50, 100, new[] { 33, 33, 34 }, 100)]
    public void As_much_is_kept_of_each_difficulty_as_may_be_chosen_and_the_other_rounds_come_first(int[] available, int risk, int others, int[] expected, int rest)
    {
        var pools = StagePools.Of(available, risk, others);

        Assert.Equal(expected, pools);
        Assert.Equal(rest, StagePools.Others(pools, risk, others));
    }

    [Fact]
    public void A_device_is_renewed_whenever_and_changes_nothing_else()
    {
        var log = new StageLog([Individual], teams: 2);
        Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.DeviceRenewed, 3));
        log.Begin();
        var item = log.Open();
        log.Do(ContestEntryKind.Paused);
        var before = ContestRanking.DigestOf(log.Contest.Ranking);

        log.Do(ContestEntryKind.DeviceRenewed, 2);

        Assert.Equal((0, log.Entries.Count), (log.State.DeviceOf(1), log.State.DeviceOf(2)));
        Assert.Equal((true, item, before), (log.State.IsPaused, log.State.Current!.Number, ContestRanking.DigestOf(log.Contest.Ranking)));
        log.Do(ContestEntryKind.Resumed).Judge(item, [1], []).Play(isRight: false).Do(ContestEntryKind.Finished);
        Assert.Equal(ContestRefusal.NotNow, log.Try(ContestEntryKind.DeviceRenewed, 1));
        Assert.True(ContestReplay.Of(log.Entries).IsProven);
    }

    [Fact]
    public void A_question_withdrawn_in_the_middle_gives_the_turn_another_one_and_a_clock_that_jumps_back_ends_nobodys_time()
    {
        var log = new StageLog([Individual], teams: 2);
        log.Begin();
        var withdrawn = log.Open();
        log.Do(ContestEntryKind.Given, 1, withdrawn, "A").Do(ContestEntryKind.QuestionWithdrawn, item: withdrawn);
        Assert.Equal(ContestRefusal.TooLate, log.Try(ContestEntryKind.Given, 1, withdrawn, "B"));

        log.Second = 100;
        var item = log.Open();
        log.Second = -3600;
        Assert.Equal(1, log.State.Current!.Answerer);
        log.Do(ContestEntryKind.Given, 1, item, "A").Judge(item, [1], []);

        Assert.Equal([110, 100], log.Points);
        log.Second = 4000;
        var late = log.Open();
        log.Second = 8000;
        Assert.Equal(ContestRefusal.TooLate, log.Try(ContestEntryKind.Given, 2, late, "A"));
        Assert.True(ContestReplay.Of(log.Entries).IsProven);
    }

    [Fact]
    public void What_a_team_got_wrong_or_left_unanswered_is_told_once_it_is_shown_and_what_it_said_counts_for_its_part()
    {
        var log = new StageLog([Individual, Shared, Buzz], teams: 3);
        log.Begin();
        var wrong = log.Open();
        Assert.Empty(log.State.Find(wrong)!.Asked);
        log.Judge(wrong, [], [1]).Play(isRight: true);
        var silent = log.Open();
        log.Do(ContestEntryKind.Abstained, 3, silent).Judge(silent, [], []).Begin();
        var shared = log.Open();
        log.Do(ContestEntryKind.Abstained, 3, shared).Judge(shared, [2], [1]).Begin();
        var buzzed = log.Open();
        log.Buzz(2).Judge(buzzed, [], [2], key: null).Do(ContestEntryKind.PassedOn, item: buzzed).Do(ContestEntryKind.Revealed, item: buzzed, text: "A");
        var unbuzzed = log.Open();
        log.Do(ContestEntryKind.Revealed, item: unbuzzed, text: "A");
        var withdrawn = log.Open();
        log.Buzz(1).Judge(withdrawn, [], [1]).Do(ContestEntryKind.QuestionWithdrawn, item: withdrawn);
        var neither = log.Open();
        log.Buzz(1).Judge(neither, [], [1]).Do(ContestEntryKind.Ruled, item: neither, text: new StageRuling(1, StageRuling.Neither).ToString()).Do(ContestEntryKind.Finished);

        string[] told = [.. new[] { wrong, silent, shared, buzzed, unbuzzed, withdrawn, neither }.Select(item => log.State.Find(item)!).Select(one => $"{string.Join(',', one.Asked)}:{string.Join(',', one.Missed)}")];
        Assert.Equal(["1:1", "3:3", "1,2,3:1,3", "2:2", "1,2,3:1,2,3", ":", ":"], told);
        // What nobody buzzed for was put to no team alone; abstaining is no answer.
        Assert.Equal([(2, 2), (3, 3), (2, 0)], log.State.Teams.Select(log.State.PartOf));
        log.Contest.Apply(new ContestEntry { ContestId = Guid.Empty, Number = log.Entries.Count + 1, Kind = ContestEntryKind.MistakesSent, At = StageLog.Nine, Amount = 4 });
        Assert.Equal((4, StagePhase.Finished), (log.Contest.MistakesSent, log.State.Phase));
    }

    private static void Wander(StageLog log, Random random)
    {
        ContestEntryKind[] kinds =
        [
            ContestEntryKind.Asked, ContestEntryKind.Opened, ContestEntryKind.Buzzed, ContestEntryKind.FalseStarted, ContestEntryKind.Given, ContestEntryKind.Abstained, ContestEntryKind.Chosen, ContestEntryKind.Judged,
            ContestEntryKind.PassedOn, ContestEntryKind.Revealed, ContestEntryKind.Paused, ContestEntryKind.Resumed, ContestEntryKind.RoundBegun, ContestEntryKind.Ruled, ContestEntryKind.QuestionWithdrawn, ContestEntryKind.Adjusted,
        ];
        var (kind, team, current) = (kinds[random.Next(kinds.Length)], random.Next(1, 4), log.State.Current?.Number ?? 0);
        log.Second += random.NextDouble() * 2;
        var item = kind switch
        {
            // In whatever order they are asked.
            ContestEntryKind.Asked => random.Next(1, log.State.Items + 1),
            ContestEntryKind.RoundBegun => random.Next(10) is 0 ? log.State.RoundNumber + 1 : 0,
            ContestEntryKind.Ruled or ContestEntryKind.QuestionWithdrawn => random.Next(10) is 0 ? random.Next(1, log.NextItem + 1) : 0,
            ContestEntryKind.Abstained => random.Next(2) is 0 ? current : (int?)null,
            ContestEntryKind.Chosen or ContestEntryKind.Adjusted or ContestEntryKind.Paused or ContestEntryKind.Resumed => null,
            _ => current,
        };
        var text = kind switch
        {
            ContestEntryKind.Given => "A",
            ContestEntryKind.Chosen => StageChoice.TextOf(random.Next(2) is 0 ? random.Next(1, 4) : null),
            ContestEntryKind.Judged => (random.Next(2) is 0 ? new StageVerdicts([team], [], "A") : new StageVerdicts([], [team], random.Next(2) is 0 ? "A" : null)).ToString(),
            ContestEntryKind.Ruled => new StageRuling(team, random.Next(3)).ToString(),
            _ => null,
        };
        log.Try(kind, team, item, text, kind is ContestEntryKind.Chosen ? 10 * random.Next(1, 4) : kind is ContestEntryKind.Adjusted ? random.Next(-5, 6) : kind is ContestEntryKind.Opened ? 20_000 : null);
    }
}
