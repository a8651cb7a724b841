using Microsoft.EntityFrameworkCore;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>Sums cells in the database: those of targets and those of snapshots alike.</summary>
internal static class FigureSums
{
    extension<TUnit>(IQueryable<LinedCell<TUnit>> cells)
        where TUnit : notnull
    {
        /// <summary>All of them in one figure.</summary>
        public async Task<CoverageFigure> SumAsync(CancellationToken cancel) => await cells.GroupBy(_ => 1).Select(all => new CoverageFigure
        {
            Counted = all.Sum(c => c.Counted),
            Covered = all.Sum(c => c.Covered),
            Excluded = all.Sum(c => c.Excluded),
            Elsewhere = all.Sum(c => c.Elsewhere),
            UndeclaredUnits = all.Where(c => c.Declared == DeclaredState.NotDeclared).Select(c => c.Unit).Distinct().Count(),
            UndeclaredPosts = all.Count(c => c.Declared == DeclaredState.NotDeclared),
            VacantPosts = all.Count(c => c.Declared == DeclaredState.Vacant),
            NotKeptPosts = all.Count(c => c.Declared == DeclaredState.NotKept),
        }).SingleOrDefaultAsync(cancel) ?? CoverageFigure.Nothing;

        /// <summary>By line and by post. What adds up over posts is read first, then how many units there are, which does not, for a unit has a cell for each post.</summary>
        public async Task<FigureBreakdown<TUnit>> BreakDownAsync(CancellationToken cancel)
        {
            var rows = await cells.PostsAsync(cancel);
            var units = await cells.GroupBy(c => c.Line).Select(line => new
            {
                line.Key,
                Counted = line.Select(c => c.Unit).Distinct().Count(),
                Undeclared = line.Where(c => c.Declared == DeclaredState.NotDeclared).Select(c => c.Unit).Distinct().Count(),
            }).ToListAsync(cancel);
            return FigureSums.Breakdown(rows, units.ConvertAll(unit => (unit.Key, unit.Counted, unit.Undeclared)));
        }

        /// <summary>One sum for each line and post.</summary>
        public Task<List<LinedPost<TUnit>>> PostsAsync(CancellationToken cancel) => cells.GroupBy(c => new { c.Line, c.Position }).Select(some => new LinedPost<TUnit>
        {
            Line = some.Key.Line,
            Position = some.Key.Position,
            Figure = new CoverageFigure
            {
                Counted = some.Sum(c => c.Counted),
                Covered = some.Sum(c => c.Covered),
                Excluded = some.Sum(c => c.Excluded),
                Elsewhere = some.Sum(c => c.Elsewhere),
                // Of one post a unit has one cell.
                UndeclaredUnits = some.Count(c => c.Declared == DeclaredState.NotDeclared),
                UndeclaredPosts = some.Count(c => c.Declared == DeclaredState.NotDeclared),
                VacantPosts = some.Count(c => c.Declared == DeclaredState.Vacant),
                NotKeptPosts = some.Count(c => c.Declared == DeclaredState.NotKept),
            },
        }).ToListAsync(cancel);
    }

    /// <param name="posts">One sum for each line and post.</param>
    /// <param name="units">For each line its units, and how many of them have not declared a post.</param>
    public static FigureBreakdown<TUnit> Breakdown<TUnit>(List<LinedPost<TUnit>> posts, List<(TUnit Line, int Counted, int Undeclared)> units)
        where TUnit : notnull
    {
        var sums = posts.GroupBy(row => row.Line, row => row.Figure).ToDictionary(line => line.Key, line => CoverageFigure.Sum(line));
        // A line whose first cells were written between the two readings has its sums the next time.
        var lines = units.FindAll(unit => sums.ContainsKey(unit.Line)).ConvertAll(unit => new FigureRow<TUnit>(unit.Line, sums[unit.Line] with { UndeclaredUnits = unit.Undeclared }));
        return new FigureBreakdown<TUnit>
        {
            Total = CoverageFigure.Sum(lines.Select(line => line.Figure)),
            Posts = [.. posts.GroupBy(row => row.Position, row => row.Figure).OrderBy(post => post.Key).Select(post => new FigureRow<CorePosition>(post.Key, CoverageFigure.Sum(post)))],
            Units = lines,
            UnitsCounted = units.Sum(unit => unit.Counted),
        };
    }
}
