using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;

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
}
