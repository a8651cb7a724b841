using TrainingHub.Programmes;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.Programmes;

public sealed class ProgrammeDraftTests
{
    private static readonly DateTime Now = new(2026, 10, 15, 2, 0, 0, DateTimeKind.Utc);

    private static readonly ProgrammeDemand First = new("course", "first", [], RefusesOutside: false), Second = new("other", "second", [], RefusesOutside: false);

    private static ProgrammeDraft Draft => new()
    {
        Slug = "p1",
        Name = "轮训",
        OrganizationId = Guid.NewGuid(),
        CycleFrom = new(2024, 1, 1),
        CycleUntil = new(2026, 12, 31),
        Demand = First,
        CertificateTitle = "培训合格证明",
    };

    [Fact]
    public void A_draft_without_fault_becomes_a_programme_with_a_rule_from_the_first_day_of_its_cycle()
    {
        var (programme, terms) = Draft.Make(Guid.NewGuid, Now, null);
        var rule = terms.Rule;

        Assert.Empty(Draft.Faults());
        Assert.Equal(("轮训", "轮训"), (programme.Name, programme.NameEn));
        Assert.Equal((programme.Id, rule.Id, new DateOnly(2024, 1, 1), Day.Open), (rule.ProgrammeId, rule.FactId, rule.From, rule.Until));
    }

    [Theory]
    [InlineData("特种作业操作证")]
    [InlineData("主要负责人安全生产知识和管理能力考核合格证")]
    [InlineData("职业资格证书")]
    [InlineData("保安员证")]
    public void A_certificate_never_bears_the_name_of_a_statutory_licence(string title) =>
        Assert.Equal([ProgrammeFault.StatutoryTitle], (Draft with { CertificateTitle = title }).Faults());

    [Fact]
    public void A_cycle_of_one_day_is_one_and_a_cycle_that_ends_before_it_begins_is_none()
    {
        Assert.Empty((Draft with { CycleUntil = new(2024, 1, 1) }).Faults());
        Assert.Equal([ProgrammeFault.CycleBackwards], (Draft with { CycleUntil = new(2023, 12, 31) }).Faults());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(240, true)]
    [InlineData(241, false)]
    public void Validity_is_one_to_240_months(int months, bool isGood) =>
        Assert.Equal(isGood, !(Draft with { ValidityMonths = months }).Faults().Any());

    [Fact]
    public void Another_quiz_ends_the_row_of_the_old_one_the_day_before()
    {
        var (_, terms) = Draft.Make(Guid.NewGuid, Now, null);
        var rule = terms.Rule;

        var rows = ProgrammeRules.Change([terms], Second, new(2026, 10, 20), Guid.NewGuid, Now, null, "更新").Select(one => one.Rule).ToList();

        Assert.Equal(Now, rule.SupersededAt);
        Assert.Equal(("first", new DateOnly(2024, 1, 1), new DateOnly(2026, 10, 19), rule.FactId), (rows[0].QuizSlug, rows[0].From, rows[0].Until, rows[0].FactId));
        Assert.Equal(("second", "other", new DateOnly(2026, 10, 20), Day.Open), (rows[1].QuizSlug, rows[1].CourseSlug, rows[1].From, rows[1].Until));
        Assert.Equal((rule.CycleFrom, rule.CycleUntil, rule.CertificateTitle), (rows[1].CycleFrom, rows[1].CycleUntil, rows[1].CertificateTitle));
    }

    [Fact]
    public void From_its_first_day_on_the_row_is_replaced_as_a_whole()
    {
        var (_, terms) = Draft.Make(Guid.NewGuid, Now, null);
        var rule = terms.Rule;

        var row = Assert.Single(ProgrammeRules.Change([terms], Second, new(2024, 1, 1), Guid.NewGuid, Now, null, null)).Rule;

        Assert.Equal(rule.FactId, row.FactId);
    }

    [Fact]
    public void The_same_quiz_or_a_day_without_rule_changes_nothing()
    {
        var (_, terms) = Draft.Make(Guid.NewGuid, Now, null);
        var rule = terms.Rule;

        Assert.Empty(ProgrammeRules.Change([terms], First, new(2026, 10, 20), Guid.NewGuid, Now, null, null));
        Assert.Empty(ProgrammeRules.Change([terms], Second, new(2023, 12, 31), Guid.NewGuid, Now, null, null));
        Assert.Null(rule.SupersededAt);
    }
}
