using TrainingHub.People;
using TrainingHub.Programmes;

namespace TrainingHub.UnitTests.Coverage;

public sealed class TargetPresetsTests
{
    [Fact]
    public void Item_7_asks_for_30_60_and_100_percent_of_the_same_posts_over_the_years_together()
    {
        var presets = TargetPresets.CityPlanItem7(Guid.NewGuid(), Guid.NewGuid(), CountingScene.Id, DateTime.UnixEpoch);

        Assert.Equal([(2024, 30), (2025, 60), (2026, 100)], presets.Select(preset => (preset.Target.Year, preset.Rule.Percent)));
        Assert.All(presets, preset =>
        {
            var end = new DateOnly(preset.Target.Year, 12, 31);
            Assert.Equal((new DateOnly(2024, 1, 1), end, end, end), (preset.Rule.WindowFrom, preset.Rule.WindowUntil, preset.Rule.RosterDay, preset.Rule.CutOffDay));
            Assert.Equal(CorePosition.Principal | CorePosition.ViceSafety | CorePosition.PersonResponsible, preset.Rule.Positions);
            Assert.Equal(Employment.All, preset.Rule.Employments);
            Assert.Equal("s3-7", preset.Target.Series);
        });
    }
}
