using TrainingHub.People.Imports;
using TrainingHub.Programmes;
using TrainingHub.Recognitions;

namespace TrainingHub.UnitTests.Recognitions;

public sealed class OutsideSheetTests
{
    private static readonly DateOnly Today = new(2026, 10, 15);

    [Fact]
    public void Reads_a_sheet_as_schools_keep_it()
    {
        var rows = Read(
            ["第三十二中学外出培训登记表"],
            ["序号", "姓名*", "培训名称", "主办单位", "开始日期", "结束日期", "学时（必填）", "领域", "考核结果"],
            ["1", "沈知南", "消防安全责任人培训", "市消防救援支队", "2026.9.1", "2026年9月3日", "16学时", "消防", "合格"],
            ["2", "温以宁", "实验室安全", "省教育厅", "", "46268", "2.5", "", ""],
            ["填表人：秦望舒"]);

        Assert.Equal(2, rows.Count);
        Assert.Equal(("沈知南", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 3), 720, ExpertDomain.Fire, "合格", OutsideFault.None),
            (rows[0].Name, rows[0].From, rows[0].Until, rows[0].Minutes, rows[0].Domain, rows[0].Result, rows[0].Fault));
        Assert.Equal((new DateOnly(2026, 9, 3), new DateOnly(2026, 9, 3), 112, 4), (rows[1].From, rows[1].Until, rows[1].Minutes, rows[1].Number));
    }

    [Theory]
    [InlineData("", "培训", "单位", "2026-09-01", "", OutsideFault.NameMissing)]
    [InlineData("甲", "", "单位", "2026-09-01", "", OutsideFault.TitleMissing)]
    [InlineData("甲", "培训", "", "2026-09-01", "", OutsideFault.OrganizerMissing)]
    [InlineData("甲", "培训", "单位", "", "", OutsideFault.UntilMissing)]
    [InlineData("甲", "培训", "单位", "去年秋天", "", OutsideFault.DateUnreadable)]
    [InlineData("甲", "培训", "单位", "至今", "", OutsideFault.DateUnreadable)]
    [InlineData("甲", "培训", "单位", "2026-10-16", "", OutsideFault.DayAhead)]
    [InlineData("甲", "培训", "单位", "2026-10-15", "两天", OutsideFault.HoursUnreadable)]
    [InlineData("甲", "培训", "单位", "2026-10-15", "401", OutsideFault.HoursUnreadable)]
    [InlineData("甲", "培训", "单位", "2026-10-15", "-1", OutsideFault.HoursUnreadable)]
    [InlineData("甲", "培训", "单位", "2026-10-15", "400", OutsideFault.None)]
    public void Says_what_is_wrong_with_a_row(string name, string title, string organizer, string until, string hours, OutsideFault expected)
    {
        var rows = Read(["姓名", "培训名称", "主办单位", "结束日期", "学时", "备注"], [name, title, organizer, until, hours, "x"]);

        Assert.Equal(expected, Assert.Single(rows).Fault);
    }

    [Fact]
    public void Reads_nothing_without_headings_and_keeps_no_identity_number()
    {
        Assert.Empty(Read(["沈知南", "培训", "2026-09-01"]));
        Assert.DoesNotContain("11010119900307", Assert.Single(Read(["姓名", "培训名称", "主办单位", "结束日期"], ["沈知南", "培训110101199003074514", "单位", "2026-09-01"])).Title);
    }

    [Fact]
    public void Finds_who_is_meant_and_guesses_never()
    {
        var (first, second) = (new OutsidePeople.Known(Guid.NewGuid(), "李静", "T1", "13800000001", Guid.NewGuid(), "第一小学"), new OutsidePeople.Known(Guid.NewGuid(), "李静", "T2", null, Guid.NewGuid(), "第二小学"));
        var people = new OutsidePeople([first, second]);
        var row = new OutsideRow { Sheet = "", Number = 2, Name = "李 静" };

        Assert.Equal(OutsideFault.PersonAmbiguous, people.Find(row).Fault);
        Assert.Equal(OutsideFault.PersonUnknown, people.Find(row with { Name = "李婧" }).Fault);
        Assert.Equal(first, people.Find(row with { StaffNumber = "t1" }).Person);
        Assert.Equal(second, people.Find(row with { Unit = "第二小学" }).Person);
        Assert.Equal(OutsideFault.PersonUnknown, people.Find(row with { StaffNumber = "T1", Unit = "第二小学" }).Fault);
    }

    private static IReadOnlyList<OutsideRow> Read(params string[][] rows) =>
        OutsideSheet.Read([new SheetCells { Name = "Sheet1", Rows = [.. rows.Select(row => (IReadOnlyList<RosterCell>)[.. row.Select(RosterCell.OfText)])] }], Today);
}
