using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>Sums of cells over the tree as it stood on the target's cut-off day: a unit's figure is the sum of its units' figures, exactly.</summary>
public sealed class FigureQuery(Db db)
{
    public async Task<CoverageFigure> SumAsync(TargetSummary target, Guid unit, CancellationToken cancel) =>
        await Below(target, unit).GroupBy(_ => 1).Select(cells => new CoverageFigure
        {
            Counted = cells.Sum(c => c.Counted),
            Covered = cells.Sum(c => c.Covered),
            Excluded = cells.Sum(c => c.Excluded),
            Elsewhere = cells.Sum(c => c.Elsewhere),
            UndeclaredUnits = cells.Where(c => c.Declared == DeclaredState.NotDeclared).Select(c => c.OrganizationId).Distinct().Count(),
            UndeclaredPosts = cells.Count(c => c.Declared == DeclaredState.NotDeclared),
            VacantPosts = cells.Count(c => c.Declared == DeclaredState.Vacant),
            NotKeptPosts = cells.Count(c => c.Declared == DeclaredState.NotKept),
        }).SingleOrDefaultAsync(cancel) ?? CoverageFigure.Nothing;

    /// <summary>How many organizations of the population stand below a unit, itself included.</summary>
    public Task<int> UnitsAsync(TargetSummary target, Guid unit, CancellationToken cancel) =>
        Below(target, unit).Select(c => c.OrganizationId).Distinct().CountAsync(cancel);

    /// <summary>In the order of the common core.</summary>
    public async Task<List<FigureRow<CorePosition>>> PostsAsync(TargetSummary target, Guid unit, CancellationToken cancel) =>
        [.. (await Below(target, unit).GroupBy(c => c.Position).Select(cells => new FigureRow<CorePosition>(cells.Key, new CoverageFigure
        {
            Counted = cells.Sum(c => c.Counted),
            Covered = cells.Sum(c => c.Covered),
            Excluded = cells.Sum(c => c.Excluded),
            Elsewhere = cells.Sum(c => c.Elsewhere),
            UndeclaredUnits = cells.Count(c => c.Declared == DeclaredState.NotDeclared),
            UndeclaredPosts = cells.Count(c => c.Declared == DeclaredState.NotDeclared),
            VacantPosts = cells.Count(c => c.Declared == DeclaredState.Vacant),
            NotKeptPosts = cells.Count(c => c.Declared == DeclaredState.NotKept),
        })).ToListAsync(cancel)).OrderBy(row => row.Of)];

    /// <summary>
    /// The units directly below, each with all that stands below it, and the unit itself where it keeps posts of its own. Together they are
    /// the unit's figure. One row per unit, so a bureau's own children at most.
    /// </summary>
    public async Task<List<FigureRow<UnitChoice>>> UnitsBelowAsync(TargetSummary target, UnitChoice unit, CancellationToken cancel)
    {
        var (day, id) = (target.CutOff, target.Id);
        var paths = Paths(day);
        var sums =
            from line in paths
            where line.AncestorId == unit.Id && line.Depth <= 1
            join below in paths on line.DescendantId equals below.AncestorId
            where line.Depth == 1 || below.Depth == 0
            join cell in db.CoverageCells on below.DescendantId equals cell.OrganizationId
            where cell.TargetId == id
            group cell by line.DescendantId into cells
            select new
            {
                OrganizationId = cells.Key,
                Counted = cells.Sum(c => c.Counted),
                Covered = cells.Sum(c => c.Covered),
                Excluded = cells.Sum(c => c.Excluded),
                Elsewhere = cells.Sum(c => c.Elsewhere),
                UndeclaredUnits = cells.Where(c => c.Declared == DeclaredState.NotDeclared).Select(c => c.OrganizationId).Distinct().Count(),
                UndeclaredPosts = cells.Count(c => c.Declared == DeclaredState.NotDeclared),
                VacantPosts = cells.Count(c => c.Declared == DeclaredState.Vacant),
                NotKeptPosts = cells.Count(c => c.Declared == DeclaredState.NotKept),
            };
        var rows = await (
            from sum in sums
            join organization in db.Organizations on sum.OrganizationId equals organization.Id
            select new { sum, organization.Code, organization.Name }).ToListAsync(cancel);
        return rows.ConvertAll(row => new FigureRow<UnitChoice>(
            new UnitChoice(row.sum.OrganizationId, row.Code, row.Name, row.sum.OrganizationId == unit.Id ? unit.Depth : unit.Depth + 1),
            new CoverageFigure
            {
                Counted = row.sum.Counted,
                Covered = row.sum.Covered,
                Excluded = row.sum.Excluded,
                Elsewhere = row.sum.Elsewhere,
                UndeclaredUnits = row.sum.UndeclaredUnits,
                UndeclaredPosts = row.sum.UndeclaredPosts,
                VacantPosts = row.sum.VacantPosts,
                NotKeptPosts = row.sum.NotKeptPosts,
            }));
    }

    /// <summary>The organizations of the population at a unit and below it.</summary>
    public IQueryable<Guid> UnitsBelow(TargetSummary target, Guid unit) => Below(target, unit).Select(c => c.OrganizationId);

    /// <summary>The cells of a target at a unit and at all that stands below it.</summary>
    public IQueryable<CoverageCell> Below(TargetSummary target, Guid unit)
    {
        var id = target.Id;
        return
            from path in Paths(target.CutOff)
            where path.AncestorId == unit
            join cell in db.CoverageCells on path.DescendantId equals cell.OrganizationId
            where cell.TargetId == id
            select cell;
    }

    private IQueryable<OrganizationPath> Paths(DateOnly day) =>
        db.OrganizationPaths.Where(p => p.SupersededAt == null && p.From <= day && day <= p.Until);
}
