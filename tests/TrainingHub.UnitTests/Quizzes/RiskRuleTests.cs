using TrainingHub.Quizzes;

namespace TrainingHub.UnitTests.Quizzes;

public sealed class RiskRuleTests
{
    private static readonly DateTime Nine = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(5, 0, 9, 6, SittingRisk.ShortOfTime)]
    [InlineData(5, 0, 9, 7, null)]
    [InlineData(6, 0, 9, 0, null)]
    [InlineData(20, 5, 9, 8, SittingRisk.Silent)]
    [InlineData(20, 4, 9, 0, null)]
    [InlineData(20, 60, 9, 9, null)]
    [InlineData(-1, 60, 9, 0, null)]
    public void Says_who_may_need_help(int minutesLeft, int minutesSilent, int items, int answered, SittingRisk? risk) =>
        Assert.Equal(risk, RiskRule.Find(Nine.AddMinutes(minutesLeft), Nine.AddMinutes(-minutesSilent), items, answered, Nine));

    [Fact]
    public void Bands_hold_everybody_once()
    {
        var bands = ScoreBand.Of([new(0, 1), new(9, 2), new(10, 3), new(89, 4), new(90, 5), new(100, 6)]);

        Assert.Equal([3, 3, 0, 0, 0, 0, 0, 0, 4, 11], bands.Select(band => band.People));
        Assert.Equal((90, 100), (bands[^1].From, bands[^1].Until));
    }
}
