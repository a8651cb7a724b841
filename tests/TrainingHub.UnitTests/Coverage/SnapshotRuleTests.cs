using TrainingHub.Coverage;
using TrainingHub.People;

namespace TrainingHub.UnitTests.Coverage;

public sealed class SnapshotRuleTests
{
    private static readonly DateOnly Today = new(2026, 10, 15);

    [Fact]
    public void A_day_that_is_over_or_the_cut_off_day_can_be_frozen()
    {
        var rule = new CountingScene { CutOffDay = new DateOnly(2026, 12, 31) }.Target.Rule;

        Assert.Null(SnapshotDay.Against(rule, Today.AddDays(-1), Today));
        Assert.Null(SnapshotDay.Against(rule, rule.CutOffDay, rule.CutOffDay));
        Assert.Equal(SnapshotFault.NotOver, SnapshotDay.Against(rule, Today, Today));
        Assert.Equal(SnapshotFault.NotOver, SnapshotDay.Against(rule, rule.CutOffDay, Today));
        Assert.Equal(SnapshotFault.AfterCutOff, SnapshotDay.Against(rule, rule.CutOffDay.AddDays(1), Today.AddYears(1)));
        Assert.Equal(SnapshotFault.BeforeWindow, SnapshotDay.Against(rule, rule.WindowFrom.AddDays(-1), Today));
        Assert.Equal(Today.AddDays(-1), SnapshotDay.Latest(rule, Today));
        Assert.Equal(rule.CutOffDay, SnapshotDay.Latest(rule, Today.AddYears(1)));
        Assert.Null(SnapshotDay.Latest(rule, rule.WindowFrom));
    }

    [Fact]
    public void Units_are_numbered_so_that_all_below_one_follow_it()
    {
        Guid[] id = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];
        var below = new[] { (id[0], id[1]), (id[0], id[2]), (id[1], id[3]), (id[1], id[4]) }.ToLookup(pair => pair.Item1, pair => pair.Item2);

        var units = SnapshotTree.Number(id[0], below);

        Assert.Equal([(id[0], 1, 5, null, 0), (id[1], 2, 4, 1, 1), (id[3], 3, 3, 2, 2), (id[4], 4, 4, 2, 2), (id[2], 5, 5, 1, 1)], units);
    }

    [Fact]
    public void A_restatement_names_those_who_stand_otherwise()
    {
        var (one, other, school) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var frozen = new Dictionary<(Guid, Guid, CorePosition), StandingKind>
        {
            [(one, school, CorePosition.Principal)] = StandingKind.Missing,
            [(other, school, CorePosition.Principal)] = StandingKind.Covered,
        };
        var now = new Dictionary<(Guid, Guid, CorePosition), StandingKind>
        {
            [(one, school, CorePosition.Principal)] = StandingKind.Covered,
            [(other, school, CorePosition.Principal)] = StandingKind.Covered,
            [(other, school, CorePosition.ViceSafety)] = StandingKind.CountedElsewhere,
        };

        var names = Restatement.Compare(frozen, now);

        Assert.Equal(
            [new RestatedName(one, school, CorePosition.Principal, StandingKind.Missing, StandingKind.Covered), new RestatedName(other, school, CorePosition.ViceSafety, null, StandingKind.CountedElsewhere)],
            names);
    }
}
