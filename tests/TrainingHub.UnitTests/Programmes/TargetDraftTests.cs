using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.Programmes;

public sealed class TargetDraftTests
{
    private static readonly DateTime Now = new(2026, 10, 15, 2, 0, 0, DateTimeKind.Utc);

    private static TargetDraft Draft => new()
    {
        ProgrammeId = Guid.NewGuid(),
        OrganizationId = Guid.NewGuid(),
        Series = "s1",
        Name = "目标",
        Year = 2026,
        Percent = 60,
        Positions = CorePosition.Principal,
        Kinds = OrganizationKind.School,
        Employments = Employment.All,
        WindowFrom = new(2026, 1, 1),
        WindowUntil = new(2026, 12, 31),
        RosterDay = new(2026, 12, 31),
        CutOffDay = new(2026, 12, 31),
    };

    private static ProgrammeRule Rule => new ProgrammeDraft
    {
        Slug = "p",
        Name = "轮训",
        OrganizationId = Guid.NewGuid(),
        CycleFrom = new(2024, 1, 1),
        CycleUntil = new(2026, 1, 1),
        Demand = new("c", "q", [], RefusesOutside: false),
        CertificateTitle = "培训合格证明",
    }.Make(Guid.NewGuid, Now, null).Terms.Rule;

    [Fact]
    public void A_draft_without_fault_becomes_a_target_known_by_series_and_year()
    {
        var (target, rule) = Draft.Make(Guid.NewGuid, Now, null);

        Assert.Empty(Draft.Faults(Rule));
        Assert.Equal(("s1-2026", "目标", target.Id), (target.Slug, target.NameEn, rule.TargetId));
        Assert.Equal((60, CorePosition.Principal, new DateOnly(2026, 12, 31)), (rule.Percent, rule.Positions, rule.CutOffDay));
    }

    public static TheoryData<TargetFault, TargetDraft> Wrong => new()
    {
        { TargetFault.PercentOutOfRange, Draft with { Percent = 0 } },
        { TargetFault.PercentOutOfRange, Draft with { Percent = 101 } },
        { TargetFault.NoPositions, Draft with { Positions = CorePosition.None } },
        { TargetFault.NoKinds, Draft with { Kinds = OrganizationKind.None } },
        { TargetFault.NoEmployments, Draft with { Employments = Employment.None } },
        { TargetFault.FlagContradicts, Draft with { RequiredFlags = OrganizationFlags.Private, ExcludedFlags = OrganizationFlags.Private | OrganizationFlags.Boarding } },
        { TargetFault.WindowBackwards, Draft with { WindowUntil = new(2025, 12, 31) } },
        { TargetFault.RosterAfterCutOff, Draft with { CutOffDay = new(2026, 12, 30) } },
        { TargetFault.CutOffBeforeWindow, Draft with { CutOffDay = new(2025, 12, 31), RosterDay = new(2025, 12, 31) } },
        { TargetFault.OutsideCycle, Draft with { WindowFrom = new(2026, 1, 2) } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Says_what_would_never_count(TargetFault fault, TargetDraft draft) => Assert.Equal([fault], draft.Faults(Rule));

    [Fact]
    public void A_change_holds_from_its_day_and_leaves_the_days_before()
    {
        var (target, rule) = Draft.Make(Guid.NewGuid, Now, null);
        var changed = TargetDraft.Of(target, rule) with { Percent = 90 };

        var rows = TargetRules.Change(target, [rule], changed, new(2026, 10, 20), By);

        Assert.Equal(Now, rule.SupersededAt);
        Assert.Equal([(60, Day.Beginning, new DateOnly(2026, 10, 19)), (90, new DateOnly(2026, 10, 20), Day.Open)], rows.Select(row => (row.Percent, row.From, row.Until)));
        Assert.Equal(rule.FactId, rows[0].FactId);
        Assert.All(rows, row => Assert.Equal("笔误", row.Reason));
    }

    [Fact]
    public void The_same_rule_under_another_name_changes_nothing()
    {
        var (target, rule) = Draft.Make(Guid.NewGuid, Now, null);

        Assert.Empty(TargetRules.Change(target, [rule], TargetDraft.Of(target, rule) with { Name = "别名", Source = "文件" }, new(2026, 10, 20), By));
        Assert.Null(rule.SupersededAt);
    }

    [Fact]
    public void A_withdrawn_target_ends_on_the_eve_and_says_why_whatever_was_agreed_for_later()
    {
        var (target, rule) = Draft.Make(Guid.NewGuid, Now, null);
        var rows = TargetRules.Change(target, [rule], TargetDraft.Of(target, rule) with { Percent = 90 }, new(2026, 10, 20), By);

        var last = TargetRules.Withdraw(target, rows, new(2026, 10, 20), By with { Reason = "不再需要" });

        Assert.All(rows, row => Assert.NotNull(row.SupersededAt));
        Assert.Equal((60, Day.Beginning, new DateOnly(2026, 10, 19), "不再需要"), (last?.Percent, last?.From, last?.Until, last?.Reason));
        Assert.Null(TargetRules.Withdraw(target, [last!], new(2026, 10, 20), By));
    }

    private static readonly RuleChange By = new(Guid.NewGuid, Now, null, "笔误");
}
