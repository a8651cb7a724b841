using TrainingHub.Coverage;
using static TrainingHub.UnitTests.Coverage.CountingScene;

namespace TrainingHub.UnitTests.Coverage;

public sealed class FigureTests
{
    private readonly CountingScene _scene = new();

    [Fact]
    public void Ninety_percent_of_eleven_people_is_ten()
    {
        Assert.Equal(10, _scene.Rule(90).PeopleNeeded(11));
        Assert.Equal(Achievement.NotMet, new CoverageFigure { Counted = 11, Covered = 9 }.Against(_scene.Rule(90)));
        Assert.Equal(Achievement.Met, new CoverageFigure { Counted = 11, Covered = 10 }.Against(_scene.Rule(90)));
    }

    [Theory]
    [InlineData(2499, 2500, "99.9")]
    [InlineData(2500, 2500, "100.0")]
    [InlineData(4127, 4903, "84.1")]
    [InlineData(1, 3, "33.3")]
    [InlineData(2, 3, "66.6")]
    [InlineData(0, 7, "0.0")]
    public void A_percentage_rounds_down_to_one_decimal(int covered, int counted, string shown)
    {
        Assert.Equal(shown, Percentage.Of(covered, counted).ToString());
    }

    [Fact]
    public void Is_met_by_people_and_not_by_the_rounded_percentage()
    {
        var figure = new CoverageFigure { Counted = 2500, Covered = 2499 };

        Assert.Equal(Achievement.NotMet, figure.Against(_scene.Rule(100)));
        Assert.Equal(1, figure.Gap(_scene.Rule(100)));
        Assert.Equal(Achievement.Met, new CoverageFigure { Counted = 1000, Covered = 300 }.Against(_scene.Rule(30)));
        Assert.Equal(-1, new CoverageFigure { Counted = 1000, Covered = 301 }.Gap(_scene.Rule(30)));
    }

    [Fact]
    public void Nobody_counted_is_no_percentage_and_never_met()
    {
        Assert.Null(CoverageFigure.Nothing.Percentage);
        Assert.Equal(Achievement.NobodyCounted, CoverageFigure.Nothing.Against(_scene.Rule(100)));
        Assert.Equal(Achievement.NobodyCounted, CoverageFigure.Nothing.Against(_scene.Rule(30)));
    }

    [Fact]
    public void A_target_of_all_is_not_met_while_a_unit_has_not_declared()
    {
        var figure = new CoverageFigure { Counted = 10, Covered = 10, UndeclaredPosts = 1, UndeclaredUnits = 1 };

        Assert.Equal(Achievement.NotMetUndeclared, figure.Against(_scene.Rule(100)));
        Assert.Equal(Achievement.Met, figure.Against(_scene.Rule(60)));
        Assert.Equal(Achievement.Met, (figure with { UndeclaredPosts = 0, VacantPosts = 3, NotKeptPosts = 1 }).Against(_scene.Rule(100)));
    }

    [Fact]
    public void Holders_outweigh_what_was_said()
    {
        Assert.Equal(DeclaredState.Holders, _scene.Counting.Declared(_scene.Target, hasHolders: true, [Said(DeclaredState.Vacant)]));
    }

    [Fact]
    public void Silence_is_not_declared()
    {
        Assert.Equal(DeclaredState.NotDeclared, _scene.Counting.Declared(_scene.Target, hasHolders: false, []));
    }

    [Fact]
    public void Saying_that_there_are_holders_without_naming_them_is_not_declared()
    {
        Assert.Equal(DeclaredState.NotDeclared, _scene.Counting.Declared(_scene.Target, hasHolders: false, [Said(DeclaredState.Holders)]));
    }

    [Fact]
    public void Vacant_holds_on_the_cut_off_day_only()
    {
        Assert.Equal(DeclaredState.Vacant, _scene.Counting.Declared(_scene.Target, hasHolders: false, [Said(DeclaredState.Vacant, until: new(2026, 12, 31))]));
        Assert.Equal(DeclaredState.NotDeclared, _scene.Counting.Declared(_scene.Target, hasHolders: false, [Said(DeclaredState.Vacant, until: new(2026, 12, 30))]));
    }

    [Fact]
    public void Not_kept_needs_the_unit_above()
    {
        Assert.Equal(DeclaredState.NotDeclared, _scene.Counting.Declared(_scene.Target, hasHolders: false, [Said(DeclaredState.NotKept)]));
        Assert.Equal(DeclaredState.NotKept, _scene.Counting.Declared(_scene.Target, hasHolders: false, [Said(DeclaredState.NotKept, isConfirmed: true)]));
    }
}
