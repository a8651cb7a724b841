using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Organizations;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.Organizations;

public sealed class OrganizationTreeTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);
    private static readonly Guid[] Nodes = [.. Enumerable.Range(1, 9).Select(number => new Guid(number, 0, 0, new byte[8]))];

    [Fact]
    public void Closure_rows_say_on_every_day_what_walking_up_the_parents_says()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var parents = RandomParents(new Random(seed));
            var tree = new OrganizationTree(Nodes.Select(node => new ExistenceSpan(node, Day.Beginning, Day.Open)), parents);
            if (tree.FindFault() is not null)
            {
                return true;
            }

            return Nodes.All(node =>
            {
                var paths = tree.PathsOf(node);
                return Enumerable.Range(-2, 70).All(offset =>
                {
                    var day = Start.AddDays(offset);
                    var said = paths.Where(path => path.From <= day && day <= path.Until).Select(path => (path.AncestorId, path.Depth)).Order();
                    return said.SequenceEqual(WalkUp(parents, node, day).Order());
                });
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Finds_every_circle()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            // Upwards and downwards, so that about half of the cases go round.
            var parents = RandomParents(random, anywhere: true);
            var isRound = Enumerable.Range(-2, 70).Any(offset => Nodes.Any(node => WalkUp(parents, node, Start.AddDays(offset)).Count > Nodes.Length));

            var fault = new OrganizationTree(Nodes.Select(node => new ExistenceSpan(node, Day.Beginning, Day.Open)), parents).FindFault();

            return isRound == (fault is TreeFault.Cycle);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void A_closed_unit_is_found_where_it_last_stood()
    {
        var tree = new OrganizationTree(
            [new(Nodes[0], Day.Beginning, Day.Open), new(Nodes[1], Start, Start.AddDays(9))],
            [new(Nodes[1], Nodes[0], Start, Day.Open)]);

        Assert.Null(tree.FindFault());
        Assert.Contains(new PathSpan(Nodes[0], Nodes[1], 1, Start, Day.Open), tree.PathsOf(Nodes[1]));
    }

    [Fact]
    public void Refuses_a_parent_that_ends_before_its_child()
    {
        var tree = new OrganizationTree(
            [new(Nodes[0], Day.Beginning, Start.AddDays(4)), new(Nodes[1], Start, Day.Open)],
            [new(Nodes[1], Nodes[0], Start, Day.Open)]);

        Assert.Equal(new TreeFault.ParentAbsent(Nodes[1], Nodes[0], Start.AddDays(5)), tree.FindFault());
    }

    [Fact]
    public void A_parent_whose_days_are_cut_into_rows_without_a_gap_is_there_throughout()
    {
        var tree = new OrganizationTree(
            [new(Nodes[0], Day.Beginning, Start.AddDays(4)), new(Nodes[0], Start.AddDays(5), Day.Open), new(Nodes[1], Start, Day.Open)],
            [new(Nodes[1], Nodes[0], Start, Day.Open)]);

        Assert.Null(tree.FindFault());
    }

    [Fact]
    public void Refuses_two_parents_on_one_day()
    {
        var tree = new OrganizationTree(
            Nodes.Select(node => new ExistenceSpan(node, Day.Beginning, Day.Open)),
            [new(Nodes[2], Nodes[0], Start, Start.AddDays(5)), new(Nodes[2], Nodes[1], Start.AddDays(5), Day.Open)]);

        Assert.Equal(new TreeFault.TwoParents(Nodes[2], Start.AddDays(5)), tree.FindFault());
    }

    [Fact]
    public void Days_next_to_each_other_under_the_same_ancestor_are_one_row()
    {
        // 2 moves from 1 to 3, both directly under 0.
        var tree = new OrganizationTree([],
        [
            new(Nodes[1], Nodes[0], Start, Day.Open), new(Nodes[3], Nodes[0], Start, Day.Open),
            new(Nodes[2], Nodes[1], Start, Start.AddDays(9)), new(Nodes[2], Nodes[3], Start.AddDays(10), Day.Open),
        ]);

        Assert.Single(tree.PathsOf(Nodes[2]), path => path.AncestorId == Nodes[0]);
    }

    private static List<ParentSpan> RandomParents(Random random, bool anywhere = false)
    {
        List<ParentSpan> parents = [];
        foreach (var node in Enumerable.Range(1, Nodes.Length - 1))
        {
            var from = Start.AddDays(random.Next(0, 5));
            for (var move = random.Next(0, 4); move >= 0; move--)
            {
                var until = move == 0 ? Day.Open : from.AddDays(random.Next(0, 20));
                var parent = anywhere && random.Next(4) == 0 ? random.Next(0, Nodes.Length) : random.Next(0, node);
                if (parent != node || anywhere)
                {
                    parents.Add(new ParentSpan(Nodes[node], Nodes[parent], from, until));
                }

                if (until != Day.Open)
                {
                    from = until.AddDays(1 + (random.Next(3) == 0 ? 2 : 0));
                }
            }
        }

        return parents;
    }

    private static List<(Guid Ancestor, int Depth)> WalkUp(List<ParentSpan> parents, Guid node, DateOnly day)
    {
        List<(Guid, int)> found = [(node, 0)];
        for (Guid? at = node; at is { } child && found.Count <= Nodes.Length + 1;)
        {
            at = parents.Where(span => span.OrganizationId == child && span.From <= day && day <= span.Until).Select(span => (Guid?)span.ParentId).SingleOrDefault();
            if (at is { } parent)
            {
                found.Add((parent, found.Count));
            }
        }

        return found;
    }
}
