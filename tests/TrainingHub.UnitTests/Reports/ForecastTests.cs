using TrainingHub.Reports;

namespace TrainingHub.UnitTests.Reports;

public sealed class ForecastTests
{
    private static readonly DateOnly Today = new(2026, 10, 2), CutOff = new(2026, 12, 31);

    [Fact]
    public void Goes_on_at_the_pace_of_the_last_90_days_between_the_slowest_and_the_fastest_third() =>
        Assert.Equal(new Forecast(Expected: 590, Lowest: 530, Highest: 680, DaysLeft: 90, NeededPer30Days: 34, PerThirtyDays: 30), Forecast.Of(1000, 500, 60, (60, 20, 10), Today, CutOff));

    [Fact]
    public void Never_covers_more_than_are_counted() =>
        Assert.Equal((100, 100), Forecast.Of(100, 95, 100, (40, 40, 40), Today, CutOff) is { } found ? (found.Expected, found.Highest) : default);

    [Fact]
    public void Nothing_more_is_needed_once_enough_are_covered() =>
        Assert.Equal(0, Forecast.Of(100, 60, 60, (0, 0, 0), Today, CutOff)?.NeededPer30Days);

    [Theory]
    [InlineData(0, "2026-12-31")]
    [InlineData(10, "2026-10-02")]
    [InlineData(10, "2025-12-31")]
    public void Says_nothing_where_nobody_is_counted_or_the_day_has_come(int counted, string cutOff) =>
        Assert.Null(Forecast.Of(counted, 0, 60, (0, 0, 0), Today, DateOnly.Parse(cutOff, null)));
}
