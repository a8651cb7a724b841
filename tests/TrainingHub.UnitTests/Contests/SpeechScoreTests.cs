using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Speeches;

namespace TrainingHub.UnitTests.Contests;

public sealed class SpeechScoreTests
{
    private static readonly SpeechCriterion[] Criteria = [new("内容", 40), new("语言", 30), new("仪态", 30)];

    [Fact]
    public void A_sheet_puts_its_scores_together_by_weight_without_rounding()
    {
        Assert.Equal(9070, SpeechCriterion.TotalOf(Criteria, [91, 90, 91]));
        Assert.Throws<ArgumentException>(() => SpeechCriterion.TotalOf(Criteria, [91, 90]));
        Assert.Throws<ArgumentException>(() => SpeechCriterion.TotalOf(Criteria, [91, 90, 101]));
    }

    [Theory]
    [InlineData(5, new[] { 9000, 8000, 7000, 6000 }, 7500, false)]
    [InlineData(5, new[] { 9000, 8000, 7000, 6000, 100 }, 7000, true)]
    [InlineData(0, new[] { 9000, 8000, 7000, 6000, 100 }, 6020, false)]
    [InlineData(3, new[] { 9000, 9000, 9000 }, 9000, true)]
    [InlineData(3, new[] { 10000, 0 }, 5000, false)]
    [InlineData(3, new[] { 9001, 9000, 9000, 9000, 9001 }, 9000, true)]
    public void One_highest_and_one_lowest_are_dropped_from_so_many_sheets_on(int from, int[] totals, int score, bool hasDropped)
    {
        var found = SpeechScore.Of(totals, from)!;

        Assert.Equal((score, hasDropped), (found.Hundredths, found.HasDropped));
    }

    [Fact]
    public void Nobody_scored_is_no_score() => Assert.Null(SpeechScore.Of([], 5));

    [Fact]
    public void Of_equals_the_higher_average_of_all_sheets_comes_first_and_exact_fractions_are_compared()
    {
        var (one, other) = (SpeechScore.Of([9000, 8000, 7000], 3)!, SpeechScore.Of([9999, 8000, 7000], 3)!);

        Assert.Equal(one.Hundredths, other.Hundredths);
        Assert.True(SpeechScore.InOrder(one, other) > 0);
        // Two thirds of a hundredth are shown alike and are not equal.
        Assert.True(SpeechScore.InOrder(SpeechScore.Of([8001, 8000, 8000], 0)!, SpeechScore.Of([8000, 8000], 0)!) < 0);
        Assert.Equal(0, SpeechScore.InOrder(SpeechScore.Of([8000, 8000], 0)!, SpeechScore.Of([8000], 0)!));
    }

    [Fact]
    public void The_sheets_give_the_same_ranking_again_by_the_last_turn_of_each_judge_and_a_change_is_found()
    {
        SpeechLog.Sheet[] sheets =
        [
            new(1, 1, 1, [90, 90, 90], true), new(1, 2, 1, [80, 80, 80], true), new(1, 3, 1, [0, 0, 0], true), new(1, 3, 2, [70, 70, 70], true), new(1, 4, 1, [100, 100, 100], false),
            new(2, 1, 1, [85, 85, 85], true), new(2, 2, 1, [80, 80, 80], true), new(2, 3, 1, [75, 75, 75], true),
        ];
        var told = SpeechLog.Ranked([(1, SpeechScore.Of([9000, 8000, 7000], 3)), (2, SpeechScore.Of([8500, 8000, 7500], 3)), (3, null)]);
        var log = new SpeechLog([40, 30, 30], 3, [1, 2, 3], sheets, SpeechLog.DigestOf(told));

        var replayed = log.Replay();

        // One highest and one lowest are dropped, and the averages of all sheets are equal: they share the rank.
        Assert.Equal([(1, (int?)1), (2, 1), (3, null)], replayed.Select(line => (line.Entry, line.Rank)));
        Assert.True(log.IsProven(replayed));
        Assert.False(log.IsProven((log with { DropFrom = 0, Sheets = sheets[1..] }).Replay()));
    }

    [Fact]
    public void A_score_lies_among_its_sheets_whatever_their_order()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), ArbMap.Default.ArbFor<int>(), (numbers, from) =>
        {
            int[] totals = [.. numbers.Select(number => Math.Abs(number % 10_001))];
            var score = SpeechScore.Of(totals, Math.Abs(from % 9));
            return totals.Length is 0 ? score is null
                : score is not null && score == SpeechScore.Of([.. totals.Reverse()], Math.Abs(from % 9)) && score.Count >= 1
                    && score.Sum >= (long)totals.Min() * score.Count && score.Sum <= (long)totals.Max() * score.Count && SpeechScore.InOrder(score, score) is 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Criteria_add_up_and_differ()
    {
        Assert.True(SpeechCriterion.AreSound(Criteria));
        Assert.False(SpeechCriterion.AreSound([]));
        Assert.False(SpeechCriterion.AreSound([new("内容", 99)]));
        Assert.False(SpeechCriterion.AreSound([new("内容", 50), new("内容", 50)]));
    }

    [Fact]
    public void A_judge_leaves_once_and_what_was_decided_then_stays()
    {
        var (now, by) = (new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), Guid.NewGuid());
        var judge = new SpeechJudge { ContestId = Guid.NewGuid(), PersonId = Guid.NewGuid(), AddedAt = now, AddedBy = by };

        var counted = judge.Counts;
        var left = judge.Leave(now, by, "生病", keepsSheets: false);
        var again = judge.Leave(now.AddDays(1), by, "出差", keepsSheets: true);

        Assert.Equal((true, true, false), (counted, left, again));
        Assert.Equal((now, "生病", false), (judge.LeftAt, judge.LeftBecause, judge.Counts));
    }

    [Fact]
    public void Recordings_are_uploaded_so_often_and_no_more()
    {
        var entry = new SpeechEntry { Id = Guid.NewGuid(), ContestId = Guid.NewGuid(), Number = 1, PersonId = Guid.NewGuid(), UnitId = Guid.NewGuid(), EnteredAt = default };
        for (var turn = 1; turn <= SpeechEntry.MostUploads; turn++)
        {
            Assert.True(entry.Record($"{turn}", "video/mp4"));
        }

        entry.Silence();

        Assert.False(entry.Record("one more", "video/mp4"));
        Assert.Null(entry.MediaHash);
    }

    [Fact]
    public void A_contest_takes_entries_while_it_runs_and_keeps_what_decides_about_scores_once_somebody_scored()
    {
        var (now, day) = (new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 3, 2));
        var terms = new SpeechTerms { Title = "安全演讲", EntriesUntil = day, Criteria = Criteria, DropFrom = 5, ExcludesOwnUnit = true, Prizes = new PrizeCounts(1, 2, 3) };
        var contest = new SpeechContest { Id = Guid.NewGuid(), Code = "ABCD2345", OrganizationId = Guid.NewGuid(), CreatedAt = now, CreatedBy = Guid.NewGuid() };

        contest.Agree(terms);

        Assert.Equal(terms.Criteria, contest.Terms.Criteria);
        Assert.False(contest.TakesEntriesOn(day));
        Assert.False(contest.Move(SpeechStanding.Closed, now));
        Assert.True(contest.Move(SpeechStanding.Running, now));
        Assert.True(contest.TakesEntriesOn(day));
        Assert.False(contest.TakesEntriesOn(day.AddDays(1)));
        Assert.Equal(terms with { Title = "改名" }, (terms with { Title = "改名", DropFrom = 0, ExcludesOwnUnit = false, Criteria = [new("内容", 100)] }).WithScoresOf(terms));
        Assert.True(contest.Move(SpeechStanding.Closed, now));
        Assert.False(contest.Agree(terms));
    }
}
