using TrainingHub.Coverage;
using static TrainingHub.UnitTests.Coverage.CountingScene;

namespace TrainingHub.UnitTests.Coverage;

/// <summary>On which day a figure may change without anybody writing.</summary>
public sealed class BoundaryTests
{
    private readonly CountingScene _scene = new() { Today = new(2026, 10, 15) };

    [Fact]
    public void There_is_none_while_nothing_begins_or_ends()
    {
        _scene.Hold(SchoolA, Principal);
        _scene.Earn(new(2026, 1, 1));

        Assert.Null(_scene.Place().NextBoundary);
    }

    [Fact]
    public void The_day_after_a_membership_ends()
    {
        _scene.Hold(SchoolA, Principal, until: new(2026, 11, 30));

        Assert.Equal(new DateOnly(2026, 12, 1), _scene.Place().NextBoundary);
    }

    [Fact]
    public void The_day_on_which_a_membership_begins()
    {
        _scene.Hold(SchoolA, Principal, from: new(2026, 10, 16));

        Assert.Equal(new DateOnly(2026, 10, 16), _scene.Place().NextBoundary);
    }

    [Fact]
    public void The_earliest_of_several()
    {
        _scene.Hold(SchoolA, Principal, until: new(2026, 12, 20));
        _scene.Exclude(new(2026, 9, 1), new(2026, 11, 4));
        _scene.Exclude(new(2026, 9, 1), new(2026, 10, 30), ExclusionState.Asked);

        Assert.Equal(new DateOnly(2026, 11, 5), _scene.Place().NextBoundary);
    }

    [Fact]
    public void The_day_after_a_record_runs_out_where_validity_matters()
    {
        _scene.Hold(SchoolA, Principal);
        _scene.Earn(new(2025, 1, 1), validUntil: new(2026, 12, 30));
        Assert.Null(_scene.Place().NextBoundary);

        _scene.OnlyWhileValid = true;
        Assert.Equal(new DateOnly(2026, 12, 31), _scene.Place().NextBoundary);
    }

    [Fact]
    public void Nothing_after_the_cut_off_day()
    {
        _scene.Hold(SchoolA, Principal, until: new(2026, 12, 31));
        Assert.Null(_scene.Place().NextBoundary);

        _scene.Today = new(2027, 1, 1);
        _scene.Hold(SchoolA, Principal, until: new(2027, 6, 30));
        Assert.Null(_scene.Place().NextBoundary);
    }

    [Fact]
    public void The_day_from_which_a_declaration_holds()
    {
        Assert.Equal(new DateOnly(2026, 11, 1), _scene.Counting.NextBoundary(_scene.Target, SchoolA, [Said(DeclaredState.Vacant, from: new(2026, 11, 1))]));
    }
}
