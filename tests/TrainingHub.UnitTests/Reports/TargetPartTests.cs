using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Reports;
using TrainingHub.UnitTests.Coverage;

namespace TrainingHub.UnitTests.Reports;

public sealed class TargetPartTests
{
    [Theory]
    [InlineData(100, 100, 0)]
    [InlineData(100, 0, 0)]
    [InlineData(0, 0, 5)]
    public void A_target_whose_cut_off_day_lies_ahead_is_neither_met_nor_missed(int counted, int covered, int undeclared) =>
        Assert.Equal(ReportStanding.Ahead, Part("2026-12-10", "2026-12-31", 100, counted, covered, undeclared).Standing);

    [Theory]
    [InlineData(60, 10, 6, 0, ReportStanding.Met)]
    [InlineData(60, 10, 5, 0, ReportStanding.NotMet)]
    [InlineData(100, 10, 10, 1, ReportStanding.NotMetUndeclared)]
    [InlineData(60, 0, 0, 0, ReportStanding.NobodyCounted)]
    public void On_its_cut_off_day_it_is_one_or_the_other(int percent, int counted, int covered, int undeclared, ReportStanding expected) =>
        Assert.Equal(expected, Part("2025-12-31", "2025-12-31", percent, counted, covered, undeclared).Standing);

    [Theory]
    [InlineData(ReportKind.Year, "2025-12-11", "2026-12-10", true)]
    [InlineData(ReportKind.Year, "2024-12-11", "2025-12-10", true)]
    [InlineData(ReportKind.Quarter, "2026-03-11", "2026-06-10", false)]
    [InlineData(ReportKind.Campaign, "2025-06-11", "2026-06-10", false)]
    public void A_report_speaks_of_targets_that_its_days_are_about(ReportKind kind, string from, string until, bool expected)
    {
        var rule = TargetPresets.Make(PolicyPreset.CityPlanItem7, Guid.NewGuid(), Guid.NewGuid(), CountingScene.Id, DateTime.UnixEpoch)[1].Rule;

        Assert.Equal(expected, TargetPart.Belongs(kind, rule, new(Day(from), Day(until))));
    }

    [Fact]
    public void A_campaigns_report_speaks_of_the_campaign()
    {
        var rule = TargetPresets.Make(PolicyPreset.LearnStandards, Guid.NewGuid(), Guid.NewGuid(), CountingScene.Id, DateTime.UnixEpoch)[0].Rule;

        Assert.True(TargetPart.Belongs(ReportKind.Campaign, rule, new(new(2024, 6, 11), new(2025, 6, 10))));
    }

    [Fact]
    public void A_unit_names_and_orders_its_columns()
    {
        (ReportColumn, int?, string)[] wishes =
            [(ReportColumn.Counted, 2, "应参训人数 "), (ReportColumn.Unit, 1, "学校名称"), (ReportColumn.Covered, null, "不要"), (ReportColumn.Missing, 2, "")];

        Assert.Equal([new(ReportColumn.Unit, "学校名称"), new(ReportColumn.Counted, "应参训人数"), new(ReportColumn.Missing, "")], ColumnRule.Choose(wishes));
        Assert.Null(ColumnRule.Choose([(ReportColumn.Unit, null, "")]));
        Assert.Null(ColumnRule.Choose([(ReportColumn.Unit, 1, "人数"), (ReportColumn.Counted, 2, "人数")]));
        Assert.Null(ColumnRule.Choose([(ReportColumn.Unit, 1, new string('长', 41))]));
    }

    private static TargetPart Part(string day, string cutOff, int percent, int counted, int covered, int undeclared) => new()
    {
        Slug = "s",
        Name = "轮训",
        NameEn = "Rotation",
        ProgrammeName = "轮训",
        SetterName = "局",
        Year = 2026,
        Percent = percent,
        Positions = CorePosition.Principal,
        WindowFrom = new(2024, 1, 1),
        WindowUntil = Day(cutOff),
        RosterDay = Day(cutOff),
        CutOffDay = Day(cutOff),
        Day = Day(day),
        ChangesFrom = Day(day).AddDays(-29),
        Total = new(counted, covered, 0, 0, undeclared, undeclared, 0, 0),
    };

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}
