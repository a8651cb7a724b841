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

    /// <summary>By post and by unit directly below. One row per unit, so a bureau's own children at most.</summary>
    public async Task<FigureBreakdown<UnitChoice>> BreakDownAsync(TargetSummary target, UnitChoice unit, CancellationToken cancel)
    {
        var (paths, id) = (Paths(target.CutOff), target.Id);
        var children = paths.Where(line => line.AncestorId == unit.Id && line.Depth <= 1);
        var cells =
            from line in children
            join below in paths on line.DescendantId equals below.AncestorId
            where line.Depth == 1 || below.Depth == 0
            join cell in db.CoverageCells on below.DescendantId equals cell.OrganizationId
            where cell.TargetId == id
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
        var figures = await cells.BreakDownAsync(cancel);
        var names = await (
            from line in children
            join organization in db.Organizations on line.DescendantId equals organization.Id
            select new UnitChoice(organization.Id, organization.Code, organization.Name, unit.Depth + line.Depth)).ToDictionaryAsync(choice => choice.Id, cancel);
        return new FigureBreakdown<UnitChoice>
        {
            Total = figures.Total,
            Posts = figures.Posts,
            Units = figures.Units.ConvertAll(row => new FigureRow<UnitChoice>(names[row.Of], row.Figure)),
            UnitsCounted = figures.UnitsCounted,
        };
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
