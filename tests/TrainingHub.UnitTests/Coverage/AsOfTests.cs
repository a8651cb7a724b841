using TrainingHub.Coverage;

namespace TrainingHub.UnitTests.Coverage;

public sealed class AsOfTests
{
    private static readonly DateOnly Today = new(2026, 10, 15);
    private static readonly DateTime Now = new(2026, 10, 15, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_day_ahead_or_before_the_window_has_no_figure_and_one_after_the_cut_off_day_has()
    {
        var rule = new CountingScene { CutOffDay = new DateOnly(2025, 12, 31) }.Target.Rule;

        Assert.Equal(AsOfFault.Ahead, new AsOf(Today.AddDays(1), null).Against(rule, Today, Now));
        Assert.Equal(AsOfFault.Ahead, new AsOf(Today, Now.AddMinutes(1)).Against(rule, Today, Now));
        Assert.Equal(AsOfFault.BeforeWindow, new AsOf(rule.WindowFrom.AddDays(-1), null).Against(rule, Today, Now));
        Assert.Null(new AsOf(rule.WindowFrom, Now).Against(rule, Today, Now));
        Assert.Null(new AsOf(Today, null).Against(rule, Today, Now));
    }

    [Fact]
    public void A_trend_has_the_ends_of_the_months_of_the_window_and_the_last_day()
    {
        var rule = new CountingScene { CutOffDay = new DateOnly(2026, 12, 31) }.Target.Rule;

        var running = Trend.Days(rule, Today);
        var over = Trend.Days(rule, new DateOnly(2027, 5, 1));

        Assert.Equal(Today, running[^1]);
        Assert.Equal(new DateOnly(2026, 9, 30), running[^2]);
        Assert.Equal(new DateOnly(2026, 12, 31), over[^1]);
        Assert.Equal(new DateOnly(2026, 11, 30), over[^2]);
        Assert.Equal(running.Order().Distinct(), running);
        Assert.Empty(Trend.Days(rule, rule.WindowFrom.AddDays(-1)));
    }

    [Fact]
    public void Change_is_told_in_people_and_in_points()
    {
        var (before, now) = (new TrendPoint(Today, 3, 1, 0), new TrendPoint(Today, 3, 2, 0));

        Assert.Equal(333, now.TenthsSince(before));
        Assert.Null(now.TenthsSince(new TrendPoint(Today, 0, 0, 0)));
        Assert.Equal(1, now.Missing);
    }
}
