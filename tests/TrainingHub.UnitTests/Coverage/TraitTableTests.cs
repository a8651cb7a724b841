using TrainingHub.Coverage;
using TrainingHub.Organizations;

namespace TrainingHub.UnitTests.Coverage;

/// <summary>A figure by stage and by flag: whatever organizations have, rows less what is repeated are the total.</summary>
public sealed class TraitTableTests
{
    [Fact]
    public void Rows_less_what_is_repeated_are_the_total_whatever_organizations_have()
    {
        var random = new Random(20261015);
        for (var round = 0; round < 50; round++)
        {
            var sums = Enumerable.Range(0, random.Next(0, 20)).Select(_ => Sum((SchoolStages)random.Next(32), (OrganizationFlags)random.Next(16), random.Next(1, 9), random)).ToList();

            Adds(TraitTables.ByStage(sums), sums);
            Adds(TraitTables.ByFlag(sums), sums);
        }
    }

    [Fact]
    public void An_organization_with_several_stands_in_the_row_of_each_and_one_without_any_in_the_last()
    {
        TraitSum[] sums =
        [
            new(SchoolStages.None, OrganizationFlags.None, 2, Figure(4, 1)),
            new(SchoolStages.Junior | SchoolStages.Primary, OrganizationFlags.Boarding | OrganizationFlags.Private | OrganizationFlags.HighRise, 3, Figure(10, 6)),
            new(SchoolStages.Primary, OrganizationFlags.None, 1, Figure(5, 5)),
        ];

        var (stages, flags) = (TraitTables.ByStage(sums), TraitTables.ByFlag(sums));

        Assert.Equal([(SchoolStages.Primary, 4, 15), (SchoolStages.Junior, 3, 10), (SchoolStages.None, 2, 4)], stages.Rows.Select(row => (row.Trait, row.Units, row.Figure.Counted)));
        Assert.Equal((3, 10, 6), (stages.UnitsInSeveral, stages.Repeated.Counted, stages.Repeated.Covered));
        Assert.Equal(
            [(OrganizationFlags.Boarding, 10), (OrganizationFlags.HighRise, 10), (OrganizationFlags.Private, 10), (OrganizationFlags.None, 9)],
            flags.Rows.Select(row => (row.Trait, row.Figure.Counted)));
        // Three rows instead of one: twice too many.
        Assert.Equal((3, 20), (flags.UnitsInSeveral, flags.Repeated.Counted));
    }

    [Fact]
    public void Nothing_is_repeated_where_nobody_has_several() =>
        Assert.Equal(CoverageFigure.Nothing, TraitTables.ByFlag([new(SchoolStages.Primary, OrganizationFlags.Private, 1, Figure(3, 2))]).Repeated);

    private static void Adds<T>(TraitTable<T> table, List<TraitSum> sums)
        where T : struct, Enum =>
        Assert.Equal(
            CoverageFigure.Sum(table.Rows.Select(row => row.Figure)),
            CoverageFigure.Sum(sums.Select(sum => sum.Figure).Append(table.Repeated)));

    private static TraitSum Sum(SchoolStages stages, OrganizationFlags flags, int units, Random random)
    {
        var counted = random.Next(100);
        return new TraitSum(stages, flags, units, Figure(counted, random.Next(counted + 1)) with { Excluded = random.Next(5), UndeclaredUnits = random.Next(3), UndeclaredPosts = random.Next(9) });
    }

    private static CoverageFigure Figure(int counted, int covered) => new() { Counted = counted, Covered = covered };
}
