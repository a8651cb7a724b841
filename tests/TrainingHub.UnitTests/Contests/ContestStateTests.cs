using TrainingHub.Contests;

namespace TrainingHub.UnitTests.Contests;

public sealed class ContestStateTests
{
    [Fact]
    public void Ranks_by_points_then_right_answers_and_shares_ranks_whatever_the_time()
    {
        var log = new ContestLog(seats: 4);
        log.Open(1).Answer(1, 1, "A");
        log.Second = 15;
        log.Answer(2, 1, "A").Answer(3, 1, "B").Step(ContestEntryKind.Locked, 1).Step(ContestEntryKind.Revealed, 1, "A");

        Assert.Equal([(1, 1, 10), (1, 2, 10), (3, 3, 0), (3, 4, 0)], Lines(log.State));
    }

    [Fact]
    public void An_answer_twice_or_after_locking_or_too_late_or_while_paused_counts_nothing()
    {
        var log = new ContestLog(seats: 5);
        log.Open(1).Answer(1, 1, "B").Answer(1, 1, "A");
        log.Step(ContestEntryKind.Paused).Answer(2, 1, "A").Step(ContestEntryKind.Resumed);
        log.Second = 21.5;
        log.Answer(3, 1, "A", roundTrip: 60_000);
        log.Step(ContestEntryKind.Locked, 1).Answer(4, 1, "A").Step(ContestEntryKind.Revealed, 1, "A").Answer(5, 1, "A");

        Assert.All(log.State.Ranking, line => Assert.Equal(0, line.Points));
        Assert.Equal([1], log.State.Find(1)!.Answers.Keys);
    }

    [Fact]
    public void What_the_network_took_is_not_the_players_time_up_to_the_bound()
    {
        var log = new ContestLog(seats: 3);
        log.Open(1);
        log.Second = 20.9;
        log.Answer(1, 1, "A", roundTrip: 1000).Answer(2, 1, "A", roundTrip: 100);
        log.Second = 21.1;
        log.Answer(3, 1, "A", roundTrip: 5000);

        Assert.Equal([1], log.State.Find(1)!.Answers.Keys);
        Assert.InRange(log.State.Find(1)!.Answers[1].Elapsed, 19_899, 19_900);
    }

    [Fact]
    public void Time_stands_still_in_a_pause()
    {
        var log = new ContestLog();
        log.Open(1);
        log.Second = 5;
        log.Step(ContestEntryKind.Paused);
        Assert.Null(log.State.Current!.Deadline);
        log.Second = 305;
        log.Step(ContestEntryKind.Resumed);
        log.Second = 310;
        log.Answer(1, 1, "A");

        Assert.Equal(10_000, log.State.Find(1)!.Answers[1].Elapsed);
        Assert.Equal(ContestLog.Nine.AddSeconds(320), log.State.Current!.Deadline);
    }

    [Fact]
    public void A_clock_that_jumps_back_gives_nobody_less_than_no_time()
    {
        var log = new ContestLog();
        log.Open(1);
        log.Second = -3600;
        log.Answer(1, 1, "A");

        Assert.Equal(0, log.State.Find(1)!.Answers[1].Elapsed);
    }

    [Fact]
    public void A_question_withdrawn_in_the_middle_counts_for_nobody_and_the_contest_goes_on()
    {
        var log = new ContestLog();
        log.Play(1, "A", "A", "B", "A").Step(ContestEntryKind.Next, 2).Open(2).Answer(2, 2, "A").Step(ContestEntryKind.QuestionWithdrawn, 2);

        Assert.Equal(ContestPhase.Revealed, log.State.Phase);
        log.Step(ContestEntryKind.Next, 3);

        Assert.Equal((ContestPhase.Ready, 3), (log.State.Phase, log.State.Item));
        Assert.Equal([(1, 1, 10), (1, 3, 10), (3, 2, 0)], Lines(log.State));
    }

    [Fact]
    public void A_corrected_ruling_judges_every_answer_again()
    {
        var log = new ContestLog();
        log.Play(1, "A", "A", "B", "C").Step(ContestEntryKind.Ruled, 1, "A,B");

        Assert.Equal([(1, 1, 10), (1, 2, 10), (3, 3, 0)], Lines(log.State));
    }

    [Fact]
    public void Points_given_by_hand_and_movement_since_the_question_before_are_told()
    {
        var log = new ContestLog();
        log.Play(1, "A", "A", "B", "B").Step(ContestEntryKind.Next, 2).Play(2, "A", "B", "A", "A").Step(ContestEntryKind.Adjusted, amount: 5, seat: 3);

        var ranking = log.State.Ranking;

        Assert.Equal([(1, 3, 15), (2, 1, 10), (2, 2, 10)], Lines(log.State));
        Assert.Equal([1, -1, 1], ranking.Select(line => line.Moved));
        Assert.Equal([10, 0, 10], ranking.Select(line => line.Gained));
    }

    [Fact]
    public void Says_what_the_host_may_do_now()
    {
        var log = new ContestLog();
        Assert.Null(log.State.FindRefusal(ContestEntryKind.Opened, 1, null, ContestLog.Nine));
        Assert.Equal(ContestRefusal.NotNow, log.State.FindRefusal(ContestEntryKind.Revealed, 1, null, ContestLog.Nine));
        log.Open(1);

        Assert.Equal(ContestRefusal.NotNow, log.State.FindRefusal(ContestEntryKind.Revealed, 1, null, ContestLog.Nine.AddSeconds(20.5)));
        Assert.Null(log.State.FindRefusal(ContestEntryKind.Revealed, 1, null, ContestLog.Nine.AddSeconds(21.1)));
        Assert.Equal(ContestRefusal.NotNow, log.State.FindRefusal(ContestEntryKind.Opened, 2, null, ContestLog.Nine));
        Assert.Equal(ContestRefusal.NotNow, log.State.FindRefusal(ContestEntryKind.Adjusted, null, 9, ContestLog.Nine));
    }

    [Fact]
    public void The_fold_is_the_same_in_whatever_parts_and_however_often_entries_come()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var entries = RandomLog(random).Entries;
            var once = ContestState.Of(entries);

            var parts = new ContestState();
            for (var at = 0; at < entries.Count;)
            {
                // A reader that lost its connection gets some of them again.
                var from = Math.Max(0, at - random.Next(4));
                var until = Math.Min(entries.Count, at + 1 + random.Next(6));
                foreach (var entry in entries.Take(from..until))
                {
                    parts.Apply(entry);
                }

                at = until;
            }

            var shuffled = ContestState.Of(entries.OrderBy(_ => random.Next()).ToList());
            Assert.Equal(ContestRanking.DigestOf(once.Ranking), ContestRanking.DigestOf(parts.Ranking));
            Assert.Equal(ContestRanking.DigestOf(once.Ranking), ContestRanking.DigestOf(shuffled.Ranking));
            Assert.Equal((once.Phase, once.Item, once.Number), (parts.Phase, parts.Item, parts.Number));
        }
    }

    [Fact]
    public void No_score_leaves_the_bounds_of_the_rules()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var state = RandomLog(new Random(seed)).State;
            var (rules, questions) = (state.Rules!, state.Questions.Count(question => question.Counts));
            var most = questions * (rules.Points + (rules.StreakPoints * ContestRules.LongestStreak));

            Assert.All(state.Ranking, line => Assert.InRange(line.Points, -questions * rules.WrongPoints, most));
            Assert.All(state.Ranking, line => Assert.InRange(line.Right, 0, questions));
            Assert.Equal(state.Seats.Count, state.Ranking.Count);
        }
    }

    [Fact]
    public void Misses_no_entry()
    {
        var log = new ContestLog();

        Assert.Throws<InvalidOperationException>(() => ContestState.Of([log.Entries[0], log.Entries[2]]));
    }

    [Fact]
    public void A_replay_proves_the_log_and_finds_what_was_changed_in_it()
    {
        var log = new ContestLog();
        log.Play(1, "A", "A", "B", "C").Step(ContestEntryKind.Next, 2).Play(2, "B", "B", "B", "A").Step(ContestEntryKind.Finished);

        var proven = ContestReplay.Of(log.Entries);
        // Somebody made the answer of seat 2 a right one.
        var forged = ContestReplay.Of(log.Entries.Select(entry => entry is { Kind: ContestEntryKind.Answered, Seat: 2, Item: 1 }
            ? new ContestEntry { ContestId = entry.ContestId, Number = entry.Number, Kind = entry.Kind, At = entry.At, Seat = 2, Item = 1, Text = "A", Amount = 0 }
            : entry));

        Assert.True(proven.IsProven);
        Assert.Equal(log.Entries.Count, proven.Entries);
        Assert.False(forged.IsProven);
        Assert.NotEmpty(forged.Differing);
    }

    [Fact]
    public void Teams_are_ranked_by_the_average_of_all_members()
    {
        var log = new ContestLog(seats: 3).Play(1, "A", "A", "B", "A");

        var teams = ContestTeamRank.Of(log.State.Ranking, new Dictionary<int, int> { [1] = 0, [2] = 0, [3] = 1 });

        Assert.Equal([new ContestTeamRank(1, 1, 1, 1000), new ContestTeamRank(2, 0, 2, 500)], teams);
    }

    private static ContestLog RandomLog(Random random)
    {
        var rules = new ContestRules { Seconds = 20, Points = 1 + random.Next(100), WrongPoints = random.Next(20), StreakPoints = random.Next(10), HasSpeed = random.Next(2) is 0 };
        var log = new ContestLog(rules, items: 6, seats: 8);
        for (var item = 1; item <= 6; item++)
        {
            log.Open(item);
            for (var turn = 0; turn < 12; turn++)
            {
                log.Second += random.NextDouble() * 3;
                log.Answer(1 + random.Next(9), 1 + random.Next(6), "ABC"[random.Next(3)].ToString(), random.Next(3000));
                if (random.Next(6) is 0)
                {
                    log.Step(random.Next(2) is 0 ? ContestEntryKind.Paused : ContestEntryKind.Resumed);
                }
            }

            log.Step(ContestEntryKind.Resumed).Step(ContestEntryKind.Locked, item).Step(ContestEntryKind.Revealed, item, "A");
            if (random.Next(3) is 0)
            {
                log.Step(random.Next(2) is 0 ? ContestEntryKind.Ruled : ContestEntryKind.QuestionWithdrawn, 1 + random.Next(item), "A,B");
            }

            log.Step(ContestEntryKind.Next, item + 1);
        }

        return log;
    }

    private static IEnumerable<(int Rank, int Seat, int Points)> Lines(ContestState state) => state.Ranking.Select(line => (line.Rank, line.Seat, line.Points));
}
