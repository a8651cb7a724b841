using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>Units with their figures by what they still lack, filtered and paged by the database.</summary>
public sealed class GapsQuery(Db db)
{
    /// <summary>All of them at once, where there are few: one reading serves the page, the sum and the length of the bars.</summary>
    public async Task<UnitGaps> BelowAsync(TargetSummary target, UnitChoice unit, GapsFilter filter, CancellationToken cancel)
    {
        var rows = (await Rows(target, unit, filter).ToListAsync(cancel)).ConvertAll(row => Figure(row, unit));
        return new UnitGaps { Total = CoverageFigure.Sum(rows.Select(row => row.Figure)), Rows = rows };
    }

    public async Task<CoverageFigure> TotalAsync(TargetSummary target, UnitChoice unit, GapsFilter filter, CancellationToken cancel)
    {
        var row = await Sums(target, unit, filter).GroupBy(_ => 1).Select(sums => new
        {
            Counted = sums.Sum(s => s.Counted),
            Covered = sums.Sum(s => s.Covered),
            Excluded = sums.Sum(s => s.Excluded),
            Elsewhere = sums.Sum(s => s.Elsewhere),
            UndeclaredUnits = sums.Sum(s => s.UndeclaredUnits),
            UndeclaredPosts = sums.Sum(s => s.UndeclaredPosts),
            VacantPosts = sums.Sum(s => s.VacantPosts),
            NotKeptPosts = sums.Sum(s => s.NotKeptPosts),
        }).SingleOrDefaultAsync(cancel);
        return row is null ? CoverageFigure.Nothing : new CoverageFigure
        {
            Counted = row.Counted,
            Covered = row.Covered,
            Excluded = row.Excluded,
            Elsewhere = row.Elsewhere,
            UndeclaredUnits = row.UndeclaredUnits,
            UndeclaredPosts = row.UndeclaredPosts,
            VacantPosts = row.VacantPosts,
            NotKeptPosts = row.NotKeptPosts,
        };
    }

    public Task<int> CountAsync(TargetSummary target, UnitChoice unit, GapsFilter filter, CancellationToken cancel) => Sums(target, unit, filter).CountAsync(cancel);

    /// <summary>The largest gap in people; at least 1.</summary>
    public async Task<int> LargestAsync(TargetSummary target, UnitChoice unit, GapsFilter filter, CancellationToken cancel) =>
        Math.Max(1, (int)(await Sums(target, unit, filter).MaxAsync(s => (long?)s.Gap, cancel) ?? 1));

    public async Task<List<FigureRow<UnitChoice>>> PageAsync(TargetSummary target, UnitChoice unit, GapsFilter filter, Pages pages, CancellationToken cancel) =>
        (await Rows(target, unit, filter).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel)).ConvertAll(row => Figure(row, unit));

    /// <summary>All of them, one after the other.</summary>
    public IAsyncEnumerable<FigureRow<UnitChoice>> AllAsync(TargetSummary target, UnitChoice unit, GapsFilter filter) =>
        Rows(target, unit, filter).AsAsyncEnumerable().Select(row => Figure(row, unit));

    private static FigureRow<UnitChoice> Figure(Row row, UnitChoice unit) => new(
        new UnitChoice(row.Id, row.Code, row.Name, row.Id == unit.Id ? unit.Depth : unit.Depth + row.Steps),
        new CoverageFigure
        {
            Counted = row.Sum.Counted,
            Covered = row.Sum.Covered,
            Excluded = row.Sum.Excluded,
            Elsewhere = row.Sum.Elsewhere,
            UndeclaredUnits = row.Sum.UndeclaredUnits,
            UndeclaredPosts = row.Sum.UndeclaredPosts,
            VacantPosts = row.Sum.VacantPosts,
            NotKeptPosts = row.Sum.NotKeptPosts,
        });

    private IQueryable<Row> Rows(TargetSummary target, UnitChoice unit, GapsFilter filter)
    {
        var id = unit.Id;
        var rows =
            from sum in Sums(target, unit, filter)
            join organization in db.Organizations on sum.OrganizationId equals organization.Id
            join path in db.PathsOf(target).Where(path => path.AncestorId == id) on sum.OrganizationId equals path.DescendantId
            select new Row { Sum = sum, Id = organization.Id, Code = organization.Code, Name = organization.Name, Steps = path.Depth };
        var (column, isDown) = filter.Order;
        Expression<Func<Row, long>> number = column switch
        {
            GapSort.Counted => row => row.Sum.Counted,
            GapSort.Covered => row => row.Sum.Covered,
            GapSort.Missing => row => row.Sum.Counted - row.Sum.Covered,
            GapSort.Undeclared => row => row.Sum.UndeclaredPosts,
            GapSort.Vacant => row => row.Sum.VacantPosts,
            GapSort.Percentage => row => row.Sum.Counted == 0 ? 0 : (long)row.Sum.Covered * 1_000_000 / row.Sum.Counted,
            _ => row => row.Sum.Gap,
        };
        var ordered = column switch
        {
            GapSort.Name => rows.OrderBy(row => row.Name, isDown),
            GapSort.Percentage when isDown => rows.OrderBy(row => row.Sum.Counted == 0).ThenByDescending(number),
            GapSort.Percentage => rows.OrderBy(row => row.Sum.Counted == 0).ThenBy(number),
            _ => rows.OrderBy(number, isDown),
        };
        return ordered.ThenBy(row => row.Name).ThenBy(row => row.Id);
    }

    /// <summary>One sum for each unit: the direct ones below with all that stands below them, or every organization of the population for itself.</summary>
    private IQueryable<SumRow> Sums(TargetSummary target, UnitChoice unit, GapsFilter filter)
    {
        var (targetId, percent, pairs) = (target.Id, (long)target.Rule.Percent, Pairs(target, unit.Id, filter));
        var sums =
            // From the tree to the cells, as FigureQuery does.
            from pair in pairs
            from cell in db.CoverageCells
            where pair.OrganizationId == cell.OrganizationId && cell.TargetId == targetId
            group cell by pair.UnitId into cells
            select new SumRow
            {
                OrganizationId = cells.Key,
                Counted = cells.Sum(c => c.Counted),
                Covered = cells.Sum(c => c.Covered),
                Excluded = cells.Sum(c => c.Excluded),
                Elsewhere = cells.Sum(c => c.Elsewhere),
                UndeclaredUnits = cells.Where(c => c.Declared == DeclaredState.NotDeclared).Select(c => c.OrganizationId).Distinct().Count(),
                UndeclaredPosts = cells.Sum(c => c.Declared == DeclaredState.NotDeclared ? 1 : 0),
                VacantPosts = cells.Sum(c => c.Declared == DeclaredState.Vacant ? 1 : 0),
                NotKeptPosts = cells.Sum(c => c.Declared == DeclaredState.NotKept ? 1 : 0),
                // As TargetRule.PeopleNeeded.
                Gap = (cells.Sum(c => (long)c.Counted) * percent + 99) / 100 - cells.Sum(c => c.Covered),
            };
        var isAll = target.Rule.Percent == 100;
        return filter.State switch
        {
            "met" => sums.Where(s => s.Counted > 0 && s.Gap <= 0 && !(isAll && s.UndeclaredPosts > 0)),
            "unmet" => sums.Where(s => s.Counted > 0 && (s.Gap > 0 || (isAll && s.UndeclaredPosts > 0))),
            "undeclared" => sums.Where(s => s.UndeclaredPosts > 0),
            "nobody" => sums.Where(s => s.Counted == 0),
            _ => sums,
        };
    }

    private IQueryable<Pair> Pairs(TargetSummary target, Guid unit, GapsFilter filter)
    {
        var paths = db.PathsOf(target);
        var pairs = filter.IsAll
            ? paths.Where(path => path.AncestorId == unit).Select(path => new Pair { UnitId = path.DescendantId, OrganizationId = path.DescendantId })
            : from line in paths
              from below in paths
              where line.AncestorId == unit && line.Depth <= 1 && line.DescendantId == below.AncestorId && (line.Depth == 1 || below.Depth == 0)
              select new Pair { UnitId = line.DescendantId, OrganizationId = below.DescendantId };
        if (filter is { Kind: null, Stage: null, Flag: null })
        {
            return pairs;
        }

        var kind = filter.Kind ?? OrganizationKind.All;
        var details = db.DetailsOf(target).With(filter.Stage, filter.Flag).Where(d => (d.Kind & kind) != OrganizationKind.None);
        return pairs.Where(pair => details.Any(d => d.OrganizationId == pair.OrganizationId));
    }

    private sealed class Pair
    {
        public required Guid UnitId { get; init; }
        public required Guid OrganizationId { get; init; }
    }

    private sealed class SumRow
    {
        public required Guid OrganizationId { get; init; }
        public required int Counted { get; init; }
        public required int Covered { get; init; }
        public required int Excluded { get; init; }
        public required int Elsewhere { get; init; }
        public required int UndeclaredUnits { get; init; }
        public required int UndeclaredPosts { get; init; }
        public required int VacantPosts { get; init; }
        public required int NotKeptPosts { get; init; }
        public required long Gap { get; init; }
    }

    private sealed class Row
    {
        public required SumRow Sum { get; init; }
        public required Guid Id { get; init; }
        public required string Code { get; init; }
        public required string Name { get; init; }
        public required int Steps { get; init; }
    }
}
