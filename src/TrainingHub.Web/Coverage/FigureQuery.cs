using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>Sums of cells over the tree as it stood on the target's cut-off day: a unit's figure is the sum of its units' figures, exactly.</summary>
public sealed class FigureQuery(Db db)
{
    public Task<CoverageFigure> SumAsync(TargetSummary target, Guid unit, CancellationToken cancel) =>
        Below(target, unit).Select(cell => new LinedCell<Guid>
        {
            Line = unit,
            Unit = cell.OrganizationId,
            Position = cell.Position,
            Counted = cell.Counted,
            Covered = cell.Covered,
            Excluded = cell.Excluded,
            Elsewhere = cell.Elsewhere,
            Declared = cell.Declared,
        }).SumAsync(cancel);

    /// <summary>By post, by unit directly below and by what the units are. One row per unit, so a bureau's own children at most.</summary>
    public async Task<FigureBreakdown<UnitChoice>> BreakDownAsync(TargetSummary target, UnitChoice unit, CancellationToken cancel)
    {
        var (paths, details, id) = (Paths(target.CutOff), db.DetailsOf(target), target.Id);
        var children = paths.Where(line => line.AncestorId == unit.Id && line.Depth <= 1);
        // Written so that SQLite goes from the tree to the cells: the other way round it would look at all of a target's cells for each line.
        var cells =
            from line in children
            from below in paths
            from cell in db.CoverageCells
            where line.DescendantId == below.AncestorId && (line.Depth == 1 || below.Depth == 0) && below.DescendantId == cell.OrganizationId && cell.TargetId == id
            select new LinedCell<Guid>
            {
                Line = line.DescendantId,
                Unit = cell.OrganizationId,
                Position = cell.Position,
                Counted = cell.Counted,
                Covered = cell.Covered,
                Excluded = cell.Excluded,
                Elsewhere = cell.Elsewhere,
                Declared = cell.Declared,
            };
        var posts = await cells.PostsAsync(cancel);
        // What adds up over posts for each organization first: an organization has a cell for each post, and is one unit.
        var organizations = cells.GroupBy(c => new { c.Line, c.Unit }).Select(some => new
        {
            some.Key.Line,
            some.Key.Unit,
            Counted = some.Sum(c => c.Counted),
            Covered = some.Sum(c => c.Covered),
            Excluded = some.Sum(c => c.Excluded),
            Elsewhere = some.Sum(c => c.Elsewhere),
            Undeclared = some.Count(c => c.Declared == DeclaredState.NotDeclared),
            Vacant = some.Count(c => c.Declared == DeclaredState.Vacant),
            NotKept = some.Count(c => c.Declared == DeclaredState.NotKept),
        });
        var sums = await (
            from organization in organizations
            join detail in details on organization.Unit equals detail.OrganizationId
            group organization by new { organization.Line, detail.Stages, detail.Flags } into some
            select new
            {
                some.Key.Line,
                Sum = new TraitSum(some.Key.Stages, some.Key.Flags, some.Count(), new CoverageFigure
                {
                    Counted = some.Sum(o => o.Counted),
                    Covered = some.Sum(o => o.Covered),
                    Excluded = some.Sum(o => o.Excluded),
                    Elsewhere = some.Sum(o => o.Elsewhere),
                    UndeclaredUnits = some.Count(o => o.Undeclared > 0),
                    UndeclaredPosts = some.Sum(o => o.Undeclared),
                    VacantPosts = some.Sum(o => o.Vacant),
                    NotKeptPosts = some.Sum(o => o.NotKept),
                }),
            }).ToListAsync(cancel);
        var names = await (
            from line in children
            join organization in db.Organizations on line.DescendantId equals organization.Id
            select new UnitChoice(organization.Id, organization.Code, organization.Name, unit.Depth + line.Depth)).ToDictionaryAsync(choice => choice.Id, cancel);
        var figures = FigureSums.Breakdown(
            posts, [.. sums.GroupBy(row => row.Line, row => row.Sum).Select(line => (line.Key, line.Sum(sum => sum.Units), line.Sum(sum => sum.Figure.UndeclaredUnits)))]);
        return new FigureBreakdown<UnitChoice>
        {
            Total = figures.Total,
            Posts = figures.Posts,
            Units = figures.Units.FindAll(row => names.ContainsKey(row.Of)).ConvertAll(row => new FigureRow<UnitChoice>(names[row.Of], row.Figure)),
            UnitsCounted = figures.UnitsCounted,
            Traits = [.. sums.Select(row => row.Sum).Merged()],
        };
    }

    /// <summary>The organizations of the population at a unit and below it.</summary>
    public IQueryable<Guid> UnitsBelow(TargetSummary target, Guid unit)
    {
        var id = target.Id;
        return
            from path in Paths(target.CutOff)
            where path.AncestorId == unit
            join cell in db.CoverageCells on path.DescendantId equals cell.OrganizationId
            where cell.TargetId == id
            select cell.OrganizationId;
    }

    /// <summary>The cells of a target at a unit and at all that stands below it.</summary>
    public IQueryable<CoverageCell> Below(TargetSummary target, Guid unit)
    {
        var id = target.Id;
        return
            from path in Paths(target.CutOff)
            from cell in db.CoverageCells
            where path.AncestorId == unit && path.DescendantId == cell.OrganizationId && cell.TargetId == id
            select cell;
    }

    private IQueryable<OrganizationPath> Paths(DateOnly day) =>
        db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= day && day <= p.Until);
}
