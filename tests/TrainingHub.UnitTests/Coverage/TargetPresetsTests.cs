using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;

namespace TrainingHub.UnitTests.Coverage;

public sealed class TargetPresetsTests
{
    [Fact]
    public void Item_7_asks_for_30_60_and_100_percent_of_the_same_posts_over_the_years_together()
    {
        var presets = Make(PolicyPreset.CityPlanItem7);

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

    [Fact]
    public void Item_6_has_the_same_percentages_of_management_posts_and_for_2026_leaders_and_section_chiefs_only()
    {
        var presets = Make(PolicyPreset.CityPlanItem6);

        Assert.Equal([(2024, 30), (2025, 60), (2026, 100)], presets.Select(preset => (preset.Target.Year, preset.Rule.Percent)));
        Assert.All(presets.Take(2), preset => Assert.True(preset.Rule.Positions.HasFlag(CorePosition.MiddleManagement | CorePosition.BureauStaff | CorePosition.Principal)));
        Assert.Equal(CorePosition.BureauLeader | CorePosition.SafetySectionChief, presets[2].Rule.Positions);
        Assert.False(presets[2].Rule.Kinds.HasFlag(OrganizationKind.School));
        Assert.True(presets[2].Rule.Kinds.HasFlag(OrganizationKind.University | OrganizationKind.CountyBureau));
    }

    [Fact]
    public void The_county_plan_counts_named_posts_once_and_each_schools_own_key_posts_apart()
    {
        var named = Assert.Single(Make(PolicyPreset.CountyPlanNamedPosts));
        var key = Assert.Single(Make(PolicyPreset.CountyPlanKeyPosts));

        Assert.Equal(CorePosition.Principal | CorePosition.ViceSafety | CorePosition.SafetyOfficeHead, named.Rule.Positions);
        Assert.Equal(CorePosition.KeyPostFire | CorePosition.KeyPostConstruction | CorePosition.KeyPostLab | CorePosition.KeyPostInternship, key.Rule.Positions);
        Assert.False(key.Rule.Kinds.HasFlag(OrganizationKind.Campus));
        Assert.All([named, key], preset => Assert.Equal((2026, 100, new DateOnly(2026, 12, 31)), (preset.Target.Year, preset.Rule.Percent, preset.Rule.CutOffDay)));
    }

    [Fact]
    public void The_campaign_counts_all_staff_from_1_April_to_31_May_2025()
    {
        var rule = Assert.Single(Make(PolicyPreset.LearnStandards)).Rule;

        Assert.Equal((new DateOnly(2025, 4, 1), new DateOnly(2025, 5, 31), new DateOnly(2025, 5, 31)), (rule.WindowFrom, rule.WindowUntil, rule.CutOffDay));
        Assert.True(rule.Positions.HasFlag(CorePosition.Teacher | CorePosition.CanteenWorker | CorePosition.Principal));
        Assert.Equal(Employment.None, rule.Employments & Employment.Outsourced);
    }

    [Fact]
    public void Every_preset_stands_at_its_number_with_addresses_of_its_own()
    {
        Assert.Equal(Enum.GetValues<PolicyPreset>(), TargetPresets.All.Select(terms => terms.Preset));
        Assert.All(TargetPresets.All, terms => Assert.Same(terms, TargetPresets.Of(terms.Preset)));
        var slugs = Enum.GetValues<PolicyPreset>().SelectMany(Make).Select(preset => preset.Target.Slug).ToList();
        Assert.Equal(slugs.Count, slugs.Distinct().Count());
    }

    [Theory]
    [InlineData("许昌市中小学幼儿园日常安全工作指南", true, PresetDocumentState.NotExamined)]
    [InlineData("云岭市中小学、幼儿园日常安全工作指南（试行）", true, PresetDocumentState.NotExamined)]
    [InlineData("云岭市中小学幼儿园日常安全工作指南", false, PresetDocumentState.Missing)]
    [InlineData("云岭市校园安全工作指南", true, PresetDocumentState.Missing)]
    public void A_citys_own_guide_is_missing_until_the_bureau_has_entered_it(string title, bool isLocal, PresetDocumentState expected)
    {
        var terms = TargetPresets.Of(PolicyPreset.LearnStandards);
        KnownDocument[] known =
        [
            new("major-hazards-guideline", "教育系统重大事故隐患判定指南", false), new("fire-safety-ten-rules", "中小学校、幼儿园消防安全十项规定", false), new("own-yl-1", title, isLocal),
        ];

        var obstacle = Assert.Single(terms.Obstacles(known, new HashSet<string> { "major-hazards-guideline", "fire-safety-ten-rules" }));

        Assert.Equal(("许昌市中小学幼儿园日常安全工作指南", expected), (obstacle.Document.Title, obstacle.State));
        Assert.Equal(expected is PresetDocumentState.Missing, terms.Obstacles(known, new HashSet<string> { "major-hazards-guideline", "fire-safety-ten-rules", "own-yl-1" }).Any());
    }

    [Theory]
    [InlineData("2024-12-31", "2026-01-01", true)]
    [InlineData("2025-01-01", "2026-12-31", false)]
    public void A_preset_fits_a_cycle_in_which_each_of_its_targets_can_count(string from, string until, bool expected) =>
        Assert.Equal(expected, TargetPresets.Of(PolicyPreset.CityPlanItem7).FitsCycle(DateOnly.Parse(from, null), DateOnly.Parse(until, null)));

    private static IReadOnlyList<TargetPreset> Make(PolicyPreset preset) =>
        TargetPresets.Make(preset, Guid.NewGuid(), Guid.NewGuid(), CountingScene.Id, DateTime.UnixEpoch);
}
