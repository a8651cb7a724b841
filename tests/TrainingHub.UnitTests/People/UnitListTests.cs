using TrainingHub.Organizations;
using TrainingHub.People.Imports;

namespace TrainingHub.UnitTests.People;

/// <summary>Lists of organizations: what their words mean, and what they change.</summary>
public sealed class UnitListTests
{
    private static readonly KnownNode Root = new(Guid.NewGuid(), "ROOT22", "临溪区教育局", null, OrganizationKind.CountyBureau, SchoolStages.None, OrganizationFlags.None, null);
    private static readonly KnownNode School = new(Guid.NewGuid(), "SCH222", "河边镇小学", Root.Id, OrganizationKind.School, SchoolStages.Primary, OrganizationFlags.Private, "东片");

    [Theory]
    [InlineData("小学", OrganizationKind.School, SchoolStages.Primary)]
    [InlineData("学校（含幼儿园）", OrganizationKind.School, SchoolStages.None)]
    [InlineData("县（市、区）教育局", OrganizationKind.CountyBureau, SchoolStages.None)]
    [InlineData("完 中", OrganizationKind.School, SchoolStages.Junior | SchoolStages.Senior)]
    public void Knows_kinds_by_their_words(string word, OrganizationKind kind, SchoolStages stages) => Assert.Equal((kind, stages), UnitWords.Kind(word));

    [Fact]
    public void Reads_stages_and_traits_and_refuses_what_it_does_not_know()
    {
        Assert.Equal(SchoolStages.Primary | SchoolStages.Junior, UnitWords.Stages("小学、初中"));
        Assert.Equal(OrganizationFlags.Boarding | OrganizationFlags.Private, UnitWords.Flags("民办/寄宿制"));
        Assert.Equal(OrganizationFlags.None, UnitWords.Flags("无"));
        Assert.Null(UnitWords.Stages("小学、博士"));
        Assert.Null(UnitWords.Kind("火箭"));
    }

    [Fact]
    public void Adds_units_below_new_ones_whatever_the_order_of_the_rows()
    {
        var plans = Match(Row(2, "教学点", above: "中心学校", kind: OrganizationKind.Campus), Row(3, "中心学校", kind: OrganizationKind.TownshipCentralSchool));

        Assert.All(plans, plan => Assert.Equal(RowVerdict.Added, plan.Verdict));
        Assert.Equal((plans[1].UnitId, 1, Root.Id, 0), (plans[0].ParentId!.Value, plans[0].Depth, plans[1].ParentId!.Value, plans[1].Depth));
    }

    [Fact]
    public void Changes_by_code_alone_what_a_unit_is_called_and_where_it_stands()
    {
        var renamed = Match(Row(2, "河边实验小学", code: "sch222"));
        var near = Match(Row(2, "河边小学", kind: OrganizationKind.School));
        var same = Match(Row(2, "河边镇 小学", kind: OrganizationKind.School, above: "临溪区教育局"), Row(3, "临溪区教育局", code: "ROOT22"));

        Assert.Equal(new UnitDifference(UnitColumn.Name, "河边镇小学", "河边实验小学"), Assert.Single(renamed[0].Differences));
        Assert.Equal(UnitReason.NearName, near[0].Reason);
        Assert.All(same, plan => Assert.Equal(RowVerdict.Unchanged, plan.Verdict));
    }

    [Theory]
    [InlineData("别处", null, UnitReason.AboveUnknown)]
    [InlineData(null, "NOCODE", UnitReason.CodeUnknown)]
    [InlineData("甲校", null, UnitReason.AboveUnknown)]
    public void Refuses_what_it_would_have_to_guess(string? above, string? code, UnitReason reason) =>
        Assert.Equal(reason, Assert.Single(Match(Row(2, "甲校", above, code, OrganizationKind.School))).Reason);

    [Fact]
    public void Says_up_to_when_a_change_holds_that_a_known_one_follows_and_refuses_it_before_the_unit_is_there()
    {
        var followed = School with { DetailsUntil = new DateOnly(2026, 12, 31) };
        var later = School with { From = new DateOnly(2027, 9, 1), IsThere = false };

        var plan = Assert.Single(new UnitListMatcher(Root, [followed], Guid.NewGuid).Match([Row(2, "河边实验小学", code: "SCH222")]));
        var early = Assert.Single(new UnitListMatcher(Root, [later], Guid.NewGuid).Match([Row(2, "河边实验小学", code: "SCH222")]));

        Assert.Equal(new DateOnly(2026, 12, 31), Assert.Single(plan.Differences).Until);
        Assert.Equal((RowVerdict.Refused, UnitReason.NotThere, "2027-09-01"), (early.Verdict, early.Reason, early.Detail));
    }

    [Fact]
    public void Refuses_rows_that_stand_twice_or_name_each_other_above()
    {
        var twice = Match(Row(2, "甲校", kind: OrganizationKind.School), Row(3, "甲 校", kind: OrganizationKind.School));
        var round = Match(Row(2, "甲校", above: "乙校", kind: OrganizationKind.School), Row(3, "乙校", above: "甲校", kind: OrganizationKind.School));
        var kindless = Match(Row(2, "甲校"));

        Assert.All(twice, plan => Assert.Equal(UnitReason.Twice, plan.Reason));
        Assert.All(round, plan => Assert.Equal(RowVerdict.Refused, plan.Verdict));
        Assert.Equal(UnitReason.KindMissing, kindless[0].Reason);
    }

    private static IReadOnlyList<UnitPlan> Match(params UnitRow[] rows) => new UnitListMatcher(Root, [School], Guid.NewGuid).Match(rows);

    private static UnitRow Row(int number, string name, string? above = null, string? code = null, OrganizationKind? kind = null) =>
        new() { Sheet = "表一", Number = number, Name = name, Above = above, Code = code, Kind = kind };
}
