using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class ItemAnalysisTests
{
    private static readonly QuestionVersion Single =
        new(new("Q-1", QuestionKind.Single, "题干", ["甲", "乙", "丙", "丁"]), new([0], "", new Basis.OfDocument("文件", null, "说法")), QuestionUse.Both, 1);

    private static readonly QuestionVersion Multiple =
        new(new("Q-1", QuestionKind.Multiple, "题干", ["甲", "乙", "丙", "丁"]), new([0, 1], "", new Basis.OfDocument("文件", null, "说法")), QuestionUse.Both, 1);

    [Fact]
    public void Discrimination_is_1_when_the_item_goes_with_the_rest()
    {
        var report = Of([.. Repeat(20, Picks(0, rest: 900)), .. Repeat(20, Picks(1, rest: 300))]);

        Assert.Equal((1000, 500), (report.Discrimination, report.Facility));
        Assert.Equal(BankAttention.None, report.Attention & BankAttention.NegativeDiscrimination);
    }

    [Fact]
    public void Discrimination_is_the_correlation_worked_out_by_hand()
    {
        // Right: rest 400, 600, 800, ten times each; wrong: rest 200, 400, 600, ten times each. r = 100 / sqrt(250 000 · 36 666.67) · 1000 = 522.
        var report = Of([
            .. Repeat(10, Picks(0, 400)), .. Repeat(10, Picks(0, 600)), .. Repeat(10, Picks(0, 800)),
            .. Repeat(10, Picks(1, 200)), .. Repeat(10, Picks(1, 400)), .. Repeat(10, Picks(1, 600)),
        ]);

        Assert.Equal(522, report.Discrimination);
    }

    [Fact]
    public void What_was_counted_without_picks_and_durations_takes_none_out()
    {
        var tally = new ItemTally([], []) { Times = 1, Answered = 1, ItemSum = 500, ItemSquares = 250_000, RestSum = 500, RestSquares = 250_000, Products = 250_000 };

        tally.Remove(new ItemOutcome(true, 500, 500, [1], 12));

        Assert.Equal((0, 0, 0L), (tally.Times, tally.Answered, tally.Products));
        Assert.All(tally.Options, option => Assert.Equal(OptionTally.None, option));
        Assert.All(tally.Durations, count => Assert.Equal(0, count));
    }

    [Fact]
    public void What_is_taken_out_was_never_there()
    {
        // Two papers by the wrong key, then by the right one: item 1000 with rest 500, item 0 with rest 250.
        var tally = new ItemTally([], []);
        ItemOutcome[] wrong = [new(true, 0, 500, [1], 12), new(true, 1000, 250, [0], 12)], right = [new(true, 1000, 500, [1], 12), new(true, 0, 250, [0], 12)];
        Array.ForEach(wrong, tally.Add);
        Array.ForEach(wrong, tally.Remove);
        Array.ForEach(right, tally.Add);

        Assert.Equal((2, 2, 1, 1000L, 1_000_000L), (tally.Times, tally.Answered, tally.Right, tally.ItemSum, tally.ItemSquares));
        Assert.Equal((750L, 312_500L, 500_000L), (tally.RestSum, tally.RestSquares, tally.Products));
        Assert.Equal([new OptionTally(1, 250), new OptionTally(1, 500)], tally.Options);
        Assert.Equal(2, tally.Durations.Sum());
    }

    [Fact]
    public void Says_nothing_of_too_few()
    {
        var report = Of([.. Repeat(29, Picks(1, 900))]);

        Assert.True(report.IsTooFew);
        Assert.Equal((null, BankAttention.None), (report.Discrimination, report.Attention));
    }

    [Fact]
    public void Says_no_discrimination_where_everybody_is_right() => Assert.Null(Of([.. Repeat(40, Picks(0, 500)), .. Repeat(40, Picks(0, 700))]).Discrimination);

    [Fact]
    public void A_key_is_doubtful_when_the_better_pick_something_else()
    {
        var report = Of([.. Repeat(15, Picks(0, 300)), .. Repeat(25, Picks(2, 900)), .. Repeat(5, Picks(1, 300)), .. Repeat(5, Picks(3, 300))]);

        Assert.Equal(BankAttention.KeyDoubtful | BankAttention.NegativeDiscrimination, report.Attention);
    }

    [Fact]
    public void A_hard_question_is_not_doubtful_when_the_better_pick_the_key()
    {
        var report = Of([.. Repeat(15, Picks(0, 900)), .. Repeat(25, Picks(2, 400)), .. Repeat(5, Picks(1, 300)), .. Repeat(5, Picks(3, 300))]);

        Assert.Equal(BankAttention.None, report.Attention);
    }

    [Fact]
    public void A_wrong_option_that_nobody_picks_is_named()
    {
        ItemOutcome[] fifty = [.. Repeat(30, Picks(0, 800)), .. Repeat(10, Picks(1, 400)), .. Repeat(10, Picks(2, 400))];

        Assert.Equal(BankAttention.OptionNeverChosen, Of(fifty).Attention);
        Assert.Equal(BankAttention.None, Of(fifty[..49]).Attention);
    }

    [Fact]
    public void Of_several_right_ones_the_doubtful_is_found_too()
    {
        var tally = new ItemTally([], []);
        foreach (var outcome in Repeat(30, new ItemOutcome(true, 0, 900, [0, 2], null)).Concat(Repeat(12, new ItemOutcome(true, 1000, 400, [0, 1], null))).Concat(Repeat(8, new ItemOutcome(true, 0, 300, [0, 3], null))))
        {
            tally.Add(outcome);
        }

        Assert.True(ItemAnalysis.Of(tally, Multiple).Attention.HasFlag(BankAttention.KeyDoubtful));
    }

    [Fact]
    public void The_order_in_which_papers_are_counted_and_a_restart_change_nothing()
    {
        ItemOutcome[] outcomes = [.. Repeat(20, Picks(0, 900, 12)), .. Repeat(20, Picks(1, 300, 40)), new ItemOutcome(false, 0, 100, [], null)];
        var straight = Tally(outcomes);
        var half = Tally(outcomes.Reverse().Take(17));
        var resumed = new ItemTally(half.Options, half.Durations)
        {
            Times = half.Times,
            Answered = half.Answered,
            Right = half.Right,
            ItemSum = half.ItemSum,
            ItemSquares = half.ItemSquares,
            RestSum = half.RestSum,
            RestSquares = half.RestSquares,
            Products = half.Products,
        };
        foreach (var outcome in outcomes.Reverse().Skip(17))
        {
            resumed.Add(outcome);
        }

        Assert.Equal(ItemAnalysis.Of(straight, Single), ItemAnalysis.Of(resumed, Single));
        Assert.Equal(straight.Options, resumed.Options);
        Assert.Equal((41, 40, 20), (resumed.Times, resumed.Answered, resumed.Right));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(119, 23)]
    [InlineData(120, 24)]
    [InlineData(179, 24)]
    [InlineData(180, 25)]
    [InlineData(100_000, AnswerTimes.Steps - 1)]
    public void Durations_fall_into_steps(int seconds, int step) => Assert.Equal(step, AnswerTimes.StepOf(seconds));

    [Fact]
    public void The_median_is_the_middle_of_its_step()
    {
        Assert.Null(AnswerTimes.MedianOf([]));
        Assert.Equal(12, Tally([.. Repeat(3, Picks(0, 1, 11)), .. Repeat(2, Picks(0, 1, 60))]) is { } tally ? AnswerTimes.MedianOf(tally.Durations) : null);
    }

    private static ItemReport Of(ItemOutcome[] outcomes) => ItemAnalysis.Of(Tally(outcomes), Single);

    private static ItemTally Tally(IEnumerable<ItemOutcome> outcomes)
    {
        var tally = new ItemTally([], []);
        foreach (var outcome in outcomes)
        {
            tally.Add(outcome);
        }

        return tally;
    }

    private static ItemOutcome Picks(int option, int rest, int? seconds = null) => new(true, option is 0 ? 1000 : 0, rest, [option], seconds);

    private static IEnumerable<ItemOutcome> Repeat(int times, ItemOutcome outcome) => Enumerable.Repeat(outcome, times);
}
